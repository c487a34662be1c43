const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** The address in its normal form when it is one of the web or of mail; null for every other. */
export function outsideAddress(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed !== null && SCHEMES.has(parsed.protocol) ? parsed.href : null
}

/** Opens an address with the program that the system has for it; false when there is none. */
export type OpenOutside = (address: string) => Promise<boolean>
