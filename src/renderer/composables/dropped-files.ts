/** A file with its path relative to what was dropped or chosen, `/` between the steps. */
export interface FoundFile {
  readonly path: string
  readonly file: File
}

/** What came of a drop: its files, and entries that the browser could not read. */
export interface DroppedFiles {
  readonly files: readonly FoundFile[]
  readonly unreadable: readonly string[]
}

/** The part of `FileSystemEntry` that is used. */
export interface DroppedEntry {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly name: string
  readonly file?: (done: (file: File) => void, failed: (error: Error) => void) => void
  readonly createReader?: () => {
    readonly readEntries: (done: (entries: readonly DroppedEntry[]) => void, failed: (error: Error) => void) => void
  }
}

/** The part of `DataTransferItem` that is used. */
export interface DroppedItem {
  readonly kind: string
  readonly webkitGetAsEntry: () => unknown
  readonly getAsFile: () => File | null
}

/**
 * Walks what was dropped. Called within the drop's event: its items are gone afterwards, so entries are taken at once,
 * and read later. Hidden files are left out, as the import of a folder leaves them out.
 */
export async function readDropped(items: Iterable<DroppedItem>): Promise<DroppedFiles> {
  const entries: DroppedEntry[] = []
  const files: FoundFile[] = []
  for (const item of items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry() as DroppedEntry | null
    const file = entry === null ? item.getAsFile() : null
    if (entry !== null) entries.push(entry)
    else if (file !== null) files.push({ path: file.name, file })
  }
  const unreadable: string[] = []
  for (const entry of entries) await walk(entry, '', { files, unreadable })
  return { files, unreadable }
}

/** Files of an `<input type="file">`; a chosen folder gives each its relative path. */
export function readChosen(chosen: Iterable<File>): readonly FoundFile[] {
  return [...chosen]
    .map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
    .filter(({ path }) => !path.split('/').slice(1).some(isHidden))
}

interface Found {
  readonly files: FoundFile[]
  readonly unreadable: string[]
}

async function walk(entry: DroppedEntry, folder: string, found: Found): Promise<void> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`
  if (folder !== '' && isHidden(entry.name)) return
  try {
    if (entry.isDirectory) {
      for (const child of await readFolder(entry)) await walk(child, path, found)
    } else if (entry.isFile) {
      found.files.push({ path, file: await fileOf(entry) })
    }
  } catch {
    found.unreadable.push(path)
  }
}

/** A reader answers at most a hundred entries a call (Chromium), and none when it is done. */
async function readFolder(entry: DroppedEntry): Promise<readonly DroppedEntry[]> {
  const reader = entry.createReader?.()
  const all: DroppedEntry[] = []
  for (;;) {
    const some = await new Promise<readonly DroppedEntry[]>((done, failed) => {
      if (reader === undefined) done([])
      else reader.readEntries(done, failed)
    })
    if (some.length === 0) return all.sort((one, other) => (one.name < other.name ? -1 : 1))
    all.push(...some)
  }
}

function fileOf(entry: DroppedEntry): Promise<File> {
  return new Promise((done, failed) => {
    if (entry.file === undefined) failed(new Error('not a file'))
    else entry.file(done, failed)
  })
}

function isHidden(name: string): boolean {
  return name.startsWith('.')
}
