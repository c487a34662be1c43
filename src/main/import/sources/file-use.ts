import { fontType } from '../../../shared/font-type.ts'
import { isBinary } from '../encoding/is-binary.ts'
import { drawingType, pictureType } from '../picture-type.ts'

/** What a page asks a file for: to be shown (a picture, a font), or to be its style. */
export type FileUse = 'shown' | 'style'

/** Largest file taken from beside a page, in bytes. */
export const MOST_FILE_BYTES: Readonly<Record<FileUse, number>> = { shown: 20 * 1024 * 1024, style: 2 * 1024 * 1024 }

/** How many of a file's first bytes tell what it is. */
export const TYPE_BYTES = 1024

/** The media type of a file for its use, by its first bytes, whatever it is called; null when it is of no use so. */
export function typeForUse(use: FileUse, head: Uint8Array): string | null {
  if (use === 'shown') return pictureType(head) ?? fontType(head) ?? drawingType(head)
  // A style sheet has no mark of its own; a page in its place has.
  return isBinary(head) || /^\s*<(?!!--)/.test(new TextDecoder().decode(head)) ? null : 'text/css'
}

/**
 * Whether the path of a file, from its page on, is that of a style sheet. Any text is one of sorts; so that no page takes
 * somebody's notes along, one is called so, or lies in the folder that browsers save beside a page, where many have names
 * that tell nothing.
 */
export function isNamedAsStyle(path: string, page: string): boolean {
  const pageName = page.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '')
  return /\.css$/i.test(path) || (path.includes('/') && path.startsWith(pageName))
}
