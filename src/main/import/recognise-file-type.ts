/** Kinds of file that are known by their first bytes or their name, but hold no article that can be read yet. */
interface KnownType {
  readonly name: string
  /** Latin-1 of the first bytes. */
  readonly start?: RegExp
  readonly extension?: RegExp
}

/** What a ZIP is called that is no document of its own. */
export const OTHER_ZIP = 'ZIP archive'

/** In order: what is more particular first (a Word file is a ZIP file too). */
const KNOWN_TYPES: readonly KnownType[] = [
  { name: 'Word document', start: /^PK\x03\x04/, extension: /\.docx$/i },
  { name: 'OpenDocument text', start: /^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis/s },
  { name: 'WACZ web archive', start: /^PK\x03\x04/, extension: /\.wacz$/i },
  { name: OTHER_ZIP, start: /^PK(?:\x03\x04|\x05\x06|\x07\x08)/ },
  { name: 'gzip file', start: /^\x1f\x8b/ },
  { name: 'Zstandard file', start: /^\x28\xb5\x2f\xfd/ },
  { name: 'tar archive', start: /^[^]{257}ustar/ },
  { name: '7-Zip archive', start: /^7z\xbc\xaf\x27\x1c/ },
  { name: 'RAR archive', start: /^Rar!\x1a\x07/ },
  { name: 'Offprint archive', start: /^SQLite format 3\0.{52}OFPT/s },
  { name: 'SQLite database', start: /^SQLite format 3\0/ },
  { name: 'picture', start: /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|BM.{4}\0{4}|II\*\0|MM\0\*)/s },
  { name: 'sound or film', start: /^(?:ID3|OggS|fLaC|\x1aE\xdf\xa3|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp)/s },
  { name: 'rich text document', start: /^\{\\rtf/ },
  {
    name: 'feed (RSS or Atom)',
    start: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/is,
  },
  { name: 'JSON document', start: /^\s*[[{]/, extension: /\.json$/i },
  { name: 'table (CSV)', extension: /\.(?:csv|tsv)$/i },
  { name: 'bibliography', extension: /\.(?:bib|ris|enw|mods)$/i },
  { name: 'e-mail message', extension: /\.(?:eml|mbox)$/i },
]

/** Whether a source begins as ZIP files do, documents that are ZIP files among them. */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ZIP_STARTS.some(([third, fourth]) => head[2] === third && head[3] === fourth)
  )
}

/** After `PK`: an entry, an empty archive, an archive that was split once. */
const ZIP_STARTS = [
  [3, 4],
  [5, 6],
  [7, 8],
] as const

/** How much of a file is looked at, in bytes. */
const LOOK = 4096

/**
 * Says in a person's words what a file is that no format reads yet, or undefined when nothing speaks against plain
 * content. By content first; a name alone decides only where content cannot (tables, bibliographies).
 */
export function recogniseFileType(head: Uint8Array, fileName: string | null): string | undefined {
  const start = Buffer.from(head.subarray(0, LOOK))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  return KNOWN_TYPES.find((type) => (type.start?.test(start) ?? true) && (type.extension?.test(fileName ?? '') ?? true))
    ?.name
}
