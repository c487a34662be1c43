import { join } from 'node:path'
import { fileNameKey, numberedFileName, safeFileName } from '../../shared/text/file-name.ts'
import { lookAtStandingFile } from './standing-file.ts'

/** A file to be written: the article it is of, and its content to the last byte. */
export interface FileToName {
  readonly title: string
  readonly uid: string
  readonly content: string
}

/** The name for a file, and what was found on the way to it. */
export interface ChosenName {
  readonly name: string
  /** The file stands there already, equal to the last byte. */
  readonly standing: boolean
  /** Files of the same article that were passed over, as sentences: a person's words may be in them. */
  readonly kept: readonly string[]
}

/** Chooses a file's name in the folder: by the title, numbered when taken. */
export type ChooseFileName = (file: FileToName) => Promise<ChosenName>

/**
 * Names for one run of an export. A name is taken when this run gave it away, or when a file of that name lies there
 * that is not an unedited export of the same article: the same export again replaces its own files, nobody else's, and
 * none in which a person wrote.
 */
export function createFileNames(folder: string, extension: string): ChooseFileName {
  const given = new Set<string>()
  // First number of a title that this run has not given away; thousands of articles may be called the same.
  const firstFree = new Map<string, number>()
  return async ({ title, uid, content }) => {
    const base = fileNameKey(safeFileName(title, extension))
    const kept: string[] = []
    for (let number = firstFree.get(base) ?? 1; ; number += 1) {
      const name = number === 1 ? safeFileName(title, extension) : numberedFileName(title, number, extension)
      const key = fileNameKey(name)
      if (given.has(key)) continue
      const standing = await lookAtStandingFile(join(folder, name), uid, content)
      if (standing === 'edited') kept.push(`${name} was edited`)
      if (standing === 'unknown') kept.push(`${name} carries no checksum and may have been edited`)
      if (standing === 'foreign' || standing === 'edited' || standing === 'unknown') continue
      given.add(key)
      if (number === (firstFree.get(base) ?? 1)) firstFree.set(base, number + 1)
      return { name, standing: standing === 'equal', kept }
    }
  }
}
