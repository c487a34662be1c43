/** Elements of which nothing is shown. */
const UNSHOWN = /^<(script|style|noscript|template)\b/

/**
 * Whether anything but blanks stands in HTML outside of its tags, comments, scripts and styles. Goes through it once: an
 * end that is not there is looked for one time only.
 */
export function saysAnything(html: string): boolean {
  const text = html.toLowerCase()
  const missing = new Set<string>()
  const endOf = (end: string, from: number): number => {
    const at = missing.has(end) ? -1 : text.indexOf(end, from)
    if (at < 0) missing.add(end)
    return at < 0 ? -1 : at + end.length
  }
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', from)) {
    if (text.slice(from, at).trim() !== '') return true
    const name = UNSHOWN.exec(text.slice(at, at + 12))?.[1]
    const closed = text.startsWith('<!--', at) ? endOf('-->', at) : name === undefined ? -1 : endOf(`</${name}`, at)
    const end = endOf('>', closed < 0 || name === undefined ? at : closed)
    if (closed < 0 && end < 0) return true
    from = name === undefined && closed >= 0 ? closed : end < 0 ? text.length : end
  }
  return text.slice(from).trim() !== ''
}
