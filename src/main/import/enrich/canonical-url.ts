/** Query parameters that say where a reader came from, not what is read. A trailing `*` stands for any rest. */
const trackingParameters: readonly string[] = [
  '__hsfp',
  '__hssc',
  '__hstc',
  '__twitter_impression',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'at_campaign',
  'at_medium',
  'dclid',
  'fb_action_ids',
  'fb_action_types',
  'fb_ref',
  'fb_source',
  'fbclid',
  'ga_*',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'mtm_*',
  'oly_anon_id',
  'oly_enc_id',
  'pk_*',
  'piwik_*',
  's_cid',
  'srsltid',
  'ttclid',
  'twclid',
  'utm_*',
  'vero_conv',
  'vero_id',
  'wbraid',
  'wickedid',
  'xtor',
  'yclid',
  'ysclid',
]

const exact: ReadonlySet<string> = new Set(trackingParameters.filter((name) => !name.endsWith('*')))
const prefixes: readonly string[] = trackingParameters
  .filter((name) => name.endsWith('*'))
  .map((name) => name.slice(0, -1))

/**
 * The URL under which an article is known: scheme and host in lower case, no default port, credentials, fragment or
 * tracking parameters; all else as it stands, the order of parameters too. null when it is not http or https.
 */
export function canonicalUrl(url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair))
  return parsed.origin + parsed.pathname + (query.length === 0 ? '' : `?${query.join('&')}`)
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase()
  return exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix))
}
