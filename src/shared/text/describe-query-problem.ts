import { QUERY_POSSESSIONS, QUERY_STATES } from '../model/query.ts'
import type { UnderstoodPart } from '../model/search.ts'

/** Fields and filters of a query, in the order in which they are told to people. */
const FIELD_NAMES =
  'title, by, author, text, note, tag, in, site, publication, lang, type, after, before, added, is and has'

type Describe = (part: UnderstoodPart) => string

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  'unknown-value': describeValue,
  'unknown-field': ({ text }) => `“${text}”: there is no field “${nameOf(text)}” (there are ${FIELD_NAMES})`,
  'no-value': ({ text }) => `“${text}” has no value after it`,
  'no-words': ({ text }) => `“${text}” has no letters or digits`,
  'unclosed-quote': ({ text }) => `the quotation mark before “${text.slice(1)}” is not closed`,
  'unclosed-parenthesis': () => 'a parenthesis is not closed',
  'unopened-parenthesis': () => 'a parenthesis is closed that was not opened',
  'too-deep': () => 'parentheses are nested too deep',
  'too-many-terms': ({ text }) => `“${text}” comes after the 200 words that a query can have`,
  'too-many-open': ({ text }) => `“${text}” comes after the 12 words with * or ~ that a query can have`,
  'too-common': ({ text }) => `${text} stands in too many articles to be looked up word for word`,
  'out-of-place': ({ text }) => `“${text}” has nothing on one side to choose from`,
}

/**
 * Says to a person, in one line, what of a query was not understood and what was done with it; undefined when there is
 * nothing to say.
 */
export function describeQueryProblem(part: UnderstoodPart): string | undefined {
  if (part.problem === null) return undefined
  const describe = DESCRIPTIONS[part.problem] ?? (({ text }) => `“${text}” was not understood`)
  return `${describe(part)}; ${whatWasDone(part)}`
}

function whatWasDone({ kind, problem }: UnderstoodPart): string {
  if (kind === 'ignored') return 'left out'
  return problem === 'too-common' ? 'other forms of its words count too' : 'searched as words'
}

function nameOf(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf(':'))).toLowerCase()
}

function describeValue({ text }: UnderstoodPart): string {
  const name = nameOf(text)
  const whole = `“${text}”`
  if (name === 'is') return `${whole}: is: knows ${QUERY_STATES.join(', ')}`
  if (name === 'has') return `${whole}: has: knows ${QUERY_POSSESSIONS.join(', ')}`
  if (name === 'lang') return `${whole} is not the code of a language (such as lang:en${languageHint(text)})`
  if (name === 'added') return `${whole} is not a date (such as added:2022-03, or added:7d for the last seven days)`
  if (name === 'after' || name === 'before')
    return `${whole} is not a date (such as ${name}:2022 or ${name}:2022-03-05)`
  return `${whole} has no such value`
}

/** The code of a language given by its English name: `, lang:ru` for `lang:russian`. */
function languageHint(text: string): string {
  const wanted = text
    .slice(text.indexOf(':') + 1)
    .replace(/["“”„]/g, '')
    .trim()
    .toLowerCase()
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(0x61 + at))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const code = codes.find((one) => names.of(one)?.toLowerCase() === wanted)
  return code === undefined ? '' : `; ${wanted} is lang:${code}`
}
