/** What a saved page is when it is not the article that somebody meant to keep. */
export type OtherPage = 'error' | 'check' | 'consent'

/** Text of a page that may be something else, in UTF-16 units: an article about errors is longer. */
const MOST_TEXT = 1500

const ERROR =
  /^(?:error\s*:?\s*)?(?:40[0134]|410|429|50[0-4])(?:$|\s*[-–—:|!.]|\s+(?:error|not|page|forbidden|unauthorized|bad|gone|internal|service|too)\b)|\b(?:page|article|file) (?:was )?not found\b|^not found$|\baccess denied\b|^(?:403 )?forbidden$|\bservice (?:temporarily )?unavailable\b|\bbad gateway\b|\bgateway time-?out\b|\bpage (?:can(?:no|['’])t be found|does(?: not|n['’]t) exist)\b|\bseite (?:wurde )?nicht gefunden\b|\bpage (?:introuvable|non trouvée)\b|\bpágina no encontrada\b|\bpágina não encontrada\b|\bpagina non trovata\b|\bpagina niet gevonden\b|\bstrona nie została znaleziona\b|страница не найдена|ページが見つかりません|页面不存在/iu

const CHECK =
  /^just a moment\b|\battention required\b|\bare you (?:a )?(?:human|robot)\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bchecking your browser\b|\benable javascript and cookies\b|\bunusual traffic\b|\bpardon our interruption\b|\bsecurity check\b|\bbot verification\b|\bcaptcha\b/iu

const CONSENT =
  /\bcookies?\b|\bconsent\b|\bpartners?\b|\bprivacy\b|\beinwilligung|\bzustimm|\bdatenschutz|\bconsentement\b|\bconfidentialité\b|\bconsentimiento\b|\bprivacidad\b|\btrackin?g\b/giu
const CONSENT_TITLE =
  /cookie|consent|privacy|before you continue|bevor (?:sie|du)\b.{0,20}(?:fortf|weiter)|datenschutz|zustimmung|avant de (?:continuer|poursuivre)/iu
/** Words about consent in such a text: so many, and one to so many characters. */
const CONSENT_WORDS = { least: 5, every: 120 }

/**
 * Whether a page of little text is an error, a check for robots, or a wall that asks for consent to cookies; null when
 * it looks like what it should be. `headlines` are its title and headings.
 */
export function otherPage(headlines: readonly string[], text: string): OtherPage | null {
  if (text.length > MOST_TEXT) return null
  if (headlines.some((line) => ERROR.test(line))) return 'error'
  if (headlines.some((line) => CHECK.test(line)) || (text.length < MOST_TEXT / 3 && CHECK.test(text))) return 'check'
  const words = text.match(CONSENT)?.length ?? 0
  const isDense = words >= CONSENT_WORDS.least && words * CONSENT_WORDS.every >= text.length
  return isDense && (headlines.length === 0 || headlines.some((line) => CONSENT_TITLE.test(line))) ? 'consent' : null
}
