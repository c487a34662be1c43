/** The site of an address as people name it, without `www.`; null when there is none. */
export function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return hostname === '' ? null : hostname.replace(/^www\./, '')
}
