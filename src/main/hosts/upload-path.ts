/** Deepest folder, and longest name in bytes of UTF-8: what file systems take. */
const MOST_SEGMENTS = 64
const MOST_NAME_BYTES = 255

/** Letters that no file name has everywhere; on Windows a colon names a stream or a drive. */
const REFUSED_LETTERS = /[\u0000-\u001f\u007f<>:"|?*]/g
/** Names that Windows keeps for devices, whatever the extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/**
 * The names on the way to an uploaded file, from the path that the window says; null for a path that would leave its
 * folder or is no path of a file. Nothing of what is answered is a `..`, a drive or an absolute path.
 */
export function uploadPath(said: string): readonly string[] | null {
  const names = said.split(/[/\\]/)
  const isFine = names.length <= MOST_SEGMENTS && names.every(isName)
  return isFine ? names.map(safeName) : null
}

function isName(name: string): boolean {
  return (
    name !== '' && name !== '.' && name !== '..' && name.isWellFormed() && Buffer.byteLength(name) <= MOST_NAME_BYTES
  )
}

/** As it was where that works everywhere; Windows would drop a dot or blank at the end, and two names become one. */
function safeName(name: string): string {
  const plain = name.replace(REFUSED_LETTERS, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  return DEVICES.test(plain) ? `_${plain.slice(0, -1)}` : plain
}
