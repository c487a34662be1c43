import { assertNever } from '../../shared/assert-never.ts'
import type { OpenWarning } from '../storage/journal-mode.ts'

/** What a person should know about an archive in a risky place, as sentences. */
export function describeWarning({ file, place, singleFile }: OpenWarning): string {
  const where = describePlace(place)
  const mode = singleFile
    ? 'Offprint writes it as one file there, which is safer and a little slower.'
    : 'Another program has it open; close that, so that Offprint can write it as one file.'
  return `${file} lies ${where}. ${mode} Do not open it on two computers at once.`
}

function describePlace({ kind, service }: OpenWarning['place']): string {
  switch (kind) {
    case 'sync-folder':
      return `in a folder that ${service} synchronises`
    case 'network-drive':
      return `on a network drive (${service})`
    default:
      return assertNever(kind)
  }
}
