import { safeFileName } from '../../shared/text/file-name.ts'

/** What other programs get of something that is dragged out of the window. */
export interface DraggedWords {
  readonly text: string
  /** Where it is from; null = nowhere on the web. */
  readonly url: string | null
  /** A file that a browser downloads where it is dropped: its title, and an address that gives it. */
  readonly download: { readonly title: string; readonly address: string } | null
}

/** Gives a drag its words, its link, and what Chromium makes a file of (`DownloadURL`: type, name, address). */
export function setDragWords(transfer: DataTransfer, { text, url, download }: DraggedWords): void {
  transfer.setData('text/plain', text)
  if (url !== null) transfer.setData('text/uri-list', url)
  if (download !== null) {
    const { title, address } = download
    transfer.setData('DownloadURL', `text/markdown:${safeFileName(title, '.md')}:${address}`)
  }
}
