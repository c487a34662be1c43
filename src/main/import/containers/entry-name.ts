import { getFileNameLowLevel, type Entry } from 'yauzl'

/** Characters of a name; file systems allow 4 096 bytes for a whole path. */
const LONGEST = 4096

/** The name of an entry in normal form (`/` between steps, no `.` steps), or null when it leads out of the archive. */
export function entryName(entry: Entry): string | null {
  const name = decodeName(entry).replaceAll('\\', '/')
  if (name.length > LONGEST || name.includes('\0') || /^(?:\/|[a-z]:\/)/i.test(name)) return null
  const steps = name.split('/').filter((step, index, all) => step !== '.' && (step !== '' || index === all.length - 1))
  return steps.includes('..') ? null : steps.join('/')
}

/** Whether a name is of a file that the system hid, as the walk through a folder leaves out too. */
export function isHiddenName(name: string): boolean {
  const steps = name.split('/')
  const last = steps.length - 1
  return steps.some((step, index) => isHiddenStep(step, index === last) || step === '__MACOSX')
}

/** Whether one step of a name is hidden: a folder that begins with a dot, a file of such a name but that of a title. */
export function isHiddenStep(step: string, isFile: boolean): boolean {
  // `.NET 8 is here.html` is what a person reads; what a system hides has no blank in its name, but for `._` copies.
  return isFile && !step.startsWith('._') ? /^\.\S*$/.test(step) : step.startsWith('.')
}

/** Many programs write UTF-8 without saying so; the code page that the standard means then is nobody's any more. */
function decodeName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw)
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  }
}
