import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the build puts between a file's name and its ending. */
const HASHED = /^(.+)-[\w-]{8}(\.(?:bcmap|pfb|ttf))$/

/**
 * Character maps and fonts that PDFs may take for granted, by their names. They come with pdf.js; a package of the
 * application has them once, among the files of its window.
 */
export function listPdfFiles(library: string, window: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const folder of ['cmaps', 'standard_fonts'].map((name) => join(library, name))) {
    if (existsSync(folder)) for (const name of readdirSync(folder)) files.set(name, join(folder, name))
  }
  if (files.size > 0 || !existsSync(window)) return files
  for (const name of readdirSync(window)) {
    const [, stem, ending] = HASHED.exec(name) ?? []
    if (stem !== undefined && ending !== undefined) files.set(stem + ending, join(window, name))
  }
  return files
}

/** The class by which pdf.js asks for such a file (`BinaryDataFactory` of its API); one that is not there fails that one wish. */
export function pdfFilesClass(files: ReadonlyMap<string, string>): object {
  return class {
    async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
      const path = files.get(filename)
      if (path === undefined) throw new Error(`no such file: ${filename}`)
      return new Uint8Array(await readFile(path))
    }
  }
}
