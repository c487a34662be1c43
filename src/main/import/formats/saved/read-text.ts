import type { ImportSource } from '../../format.ts'

/** A small file beside the entries as text in UTF-8; null when it cannot be read. */
export async function readText(source: ImportSource): Promise<string | null> {
  const read = await source.bytes()
  return read.ok ? new TextDecoder().decode(read.value) : null
}
