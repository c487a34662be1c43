/** The site of a URL: its host without `www.`, in lower case; null for none and for what is no URL with a host. */
export function siteOf(url: string | null): string | null {
  const host = url === null ? undefined : URL.parse(url)?.hostname
  return host === undefined || host === '' ? null : host.replace(/^www\./u, '')
}
