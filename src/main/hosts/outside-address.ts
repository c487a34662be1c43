const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** What a link may fill a letter with; mail programs take `attach` as a file of this computer to send along. */
const LETTER_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'subject', 'body'])

/** The address in its normal form when it is one of the web or of mail; null for every other. */
export function outsideAddress(url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null || !SCHEMES.has(parsed.protocol)) return null
  return parsed.protocol === 'mailto:' ? letterAddress(parsed) : parsed.href
}

/** Opens an address with the program that the system has for it; false when there is none. */
export type OpenOutside = (address: string) => Promise<boolean>

function letterAddress({ protocol, pathname, search }: URL): string {
  const fields = search.slice(1).split('&')
  const kept = fields.filter((field) => LETTER_FIELDS.has((field.split('=', 1)[0] ?? '').toLowerCase()))
  return `${protocol}${pathname}${kept.length === 0 ? '' : `?${kept.join('&')}`}`
}
