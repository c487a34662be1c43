import { theHost } from '../api.ts'

/**
 * Reads now, and again whenever the archive changes or another one is opened; answers what ends that. `soon` takes the
 * changes within the archive where they come too often for a reading each.
 */
export function followArchive(refresh: () => unknown, soon: () => void = () => void refresh()): () => void {
  const { client } = theHost()
  const ends = [client.on('archive.changed', soon), client.on('host.archiveChanged', () => void refresh())]
  void refresh()
  return () => {
    for (const end of ends) end()
  }
}
