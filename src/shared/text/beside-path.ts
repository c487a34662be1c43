/** Begins the URL under which a file from beside a page is kept; the rest is its address there, as the page writes it. */
export const BESIDE = 'beside:'

/**
 * The path that a relative address means, from the folder of the page on: with `/`, without `.`, with `..` only at its
 * beginning. `from` is the path of the file that holds the address (a style sheet, say), '' for the page itself. Null for
 * any other address, and for what is no path on some system.
 */
export function besidePath(address: string, from = ''): string | null {
  const plain = address.trim().replace(/[?#].*$/s, '')
  if (plain === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(plain)) return null
  const name = unescaped(plain)
  if (/[\\\0:]/.test(name) || name.startsWith('/')) return null
  const way: string[] = []
  for (const part of [...from.split('/').slice(0, -1), ...name.split('/')]) {
    if (part === '' || part === '.') continue
    if (part === '..' && way.length > 0 && way.at(-1) !== '..') way.pop()
    else way.push(part)
  }
  return way.length === 0 || way.at(-1) === '..' ? null : way.join('/')
}

function unescaped(plain: string): string {
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
