import type { Instant } from '../../../../shared/model/identity.ts'

/** What a server answered, as a web archive keeps it. */
export interface WebRecord {
  readonly url: string
  /** Lower case, without parameters; empty when not stated. */
  readonly mediaType: string
  /** As the server states it, or null. */
  readonly charset: string | null
  readonly captured: Instant | null
  /** Decoded: no chunks, no compression. */
  readonly bytes: Uint8Array
}

/** Answers by their address. */
export interface WebRecords {
  /** The answer at an absolute address; null when it is not in the archive. */
  readonly find: (url: string) => Promise<WebRecord | null>
}

/** An address as records are found by: without its fragment. */
export function recordAddress(url: string): string {
  return url.split('#', 1)[0] ?? url
}

/** Whether an answer is a page. */
export function isPageType(mediaType: string): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
}

/** Whether an answer is something a page may show; nothing else of an archive is looked at. */
export function isShownType(mediaType: string): boolean {
  return /^(?:image\/|font\/|text\/css|application\/(?:x-)?font|application\/vnd\.ms-fontobject|application\/octet-stream|binary\/octet-stream$)/.test(
    mediaType,
  )
}
