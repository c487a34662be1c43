import { type Block, blockText } from './block.ts'
import { isHeadlineLike } from './headline-shape.ts'
import { apparentLength, countWords, isAllCaps, isTitleCased } from './letter-shape.ts'
import { type Masthead, parseGluedMasthead, parseSeparatedMasthead } from './masthead.ts'
import { hasLeadingArticle, isPublicationName } from './publication-name.ts'

/** Which of the free lines above the first paragraph is what; places count in the list that was given. */
export interface HeadlineChoice {
  readonly headline: number | null
  readonly masthead: { readonly at: number; readonly parsed: Masthead } | null
  readonly mottoAt: number | null
  readonly kickerAt: number | null
}

interface Context {
  readonly fileName: string | null
  /** Text below the head: a brand in the first line comes again there. */
  readonly rest: string
}

const none: HeadlineChoice = { headline: null, masthead: null, mottoAt: null, kickerAt: null }

/** Chooses the headline among the free lines of a head; what stands above it is masthead, motto or kicker. */
export function chooseHeadline(free: readonly Block[], context: Context): HeadlineChoice {
  if (free.length === 0) return none
  const marked = free.findIndex((block) => block.shape === 'heading' && block.level === 1)
  const named = context.fileName === null ? -1 : free.findIndex((block) => isNamedBy(block, context.fileName ?? ''))
  const known = marked >= 0 ? marked : named
  const masthead = known === 0 ? null : findMasthead(free, context, known > 0)
  if (masthead === null) return withoutMasthead(free, known)
  const mottoAt = isMottoBelow(free, masthead) ? 1 : null
  const first = known > 0 ? known : mottoAt === null ? 1 : 2
  const { headline, kickerAt } = withoutMasthead(free.slice(first), -1)
  return {
    headline: headline === null ? null : headline + first,
    masthead: { at: 0, parsed: masthead },
    mottoAt,
    kickerAt: kickerAt === null ? null : kickerAt + first,
  }
}

function withoutMasthead(free: readonly Block[], known: number): HeadlineChoice {
  if (known >= 0) return { ...none, headline: known, kickerAt: known === 1 ? 0 : null }
  const [first, second] = free
  if (first === undefined) return none
  const kicked = second !== undefined && isKicker(first, second)
  return { ...none, headline: kicked ? 1 : 0, kickerAt: kicked ? 0 : null }
}

function findMasthead(free: readonly Block[], context: Context, isSure: boolean): Masthead | null {
  const [first, second, third] = free
  if (first === undefined || first.lines.length > 1) return null
  const text = blockText(first)
  const glued = parseGluedMasthead(text, context.rest)
  if (glued !== null) return glued
  if (second === undefined || !isHeadlineLike(second)) return null
  const isLonger = apparentLength(blockText(second)) > apparentLength(text)
  const byWords = isLonger || isSure || third !== undefined ? mastheadByWords(text) : null
  if (byWords !== null) return byWords
  return isShortName(text) && (isSure || isNameAboveTwo(text, second, third)) ? nameAlone(text) : null
}

function nameAlone(publication: string): Masthead {
  return { publication, motto: '', between: '' }
}

function mastheadByWords(text: string): Masthead | null {
  return parseSeparatedMasthead(text) ?? (isPublicationName(text) ? nameAlone(text) : null)
}

function isShortName(text: string): boolean {
  return countWords(text) <= 4 && apparentLength(text) <= 30 && isTitleCased(text) && /\p{Ll}/u.test(text)
}

/** No word tells: then headline and standfirst must stand below the name, and an article before it. */
function isNameAboveTwo(text: string, second: Block, third: Block | undefined): boolean {
  if (third === undefined || !hasLeadingArticle(text)) return false
  return countWords(blockText(second)) >= 4 && countWords(blockText(third)) >= 5
}

/** A motto of its own line: directly below the name, with the headline still to come. */
function isMottoBelow(free: readonly Block[], masthead: Masthead): boolean {
  const [, second, third] = free
  if (second === undefined || third === undefined || masthead.motto !== '' || second.gap > 0 || third.gap === 0)
    return false
  return countWords(blockText(second)) <= 8 && isTitleCased(blockText(second)) && isHeadlineLike(third)
}

const sections =
  /^(?:world|politics|national|nation|local|business|economy|markets|opinion|analysis|commentary|editorial|sports?|culture|arts?|books|music|film|science|health|technology|tech|travel|food|style|life(?:style)?|climate|environment|education|news|europe|asia|africa|middle east|us|u\.s\.|uk|politik|wirtschaft|panorama|kultur|wissen|sport|meinung|ausland|inland|gesellschaft|feuilleton|reise|gesundheit|kommentar|politique|économie|monde|société|international|política|economía|sociedad|cultura|deportes|internacional|esteri|cronaca|политика|экономика|общество|культура|спорт|мир|наука|політика|економіка|суспільство|світ|国際|政治|経済|社会|スポーツ|国内|国际|经济|体育|سياسة|اقتصاد|رياضة|ثقافة|العالم)(?: (?:news|desk|[&/-] \p{L}+))?$/iu

const genres =
  /^(?:breaking(?: news)?|exclusive|live|interview|feature|explainer|eilmeldung|exklusiv|интервью|інтерв['’]ю|速報|独家)$/iu

/** The name of a section, or a few words in capitals, above a longer headline. */
function isKicker(first: Block, second: Block): boolean {
  const text = blockText(first)
  if (first.shape !== 'text' || !isHeadlineLike(second) || countWords(blockText(second)) < 3) return false
  if (isSectionName(text) || genres.test(text)) return true
  return isAllCaps(text) && countWords(text) <= 3 && !isAllCaps(blockText(second)) && countWords(blockText(second)) >= 4
}

/** Whether a line is the name of a section that most papers have, or a path of such (`News > World`). */
export function isSectionName(text: string): boolean {
  const steps = text.slice(0, 80).split(/\s*[>›»/]\s*/u)
  return text.length <= 80 && steps.every((step, index) => sections.test(step) || (index > 0 && step.length < 20))
}

/** Whether the file was named after this line. */
function isNamedBy(block: Block, fileName: string): boolean {
  const stem = lettersOf(fileName.replace(/\.[\p{L}\d]{1,8}$/u, ''))
  const line = lettersOf(blockText(block).slice(0, 400))
  if (line === '' || stem.length < 8) return line !== '' && line === stem
  return line === stem || (line.startsWith(stem) && stem.length >= 15) || (stem.startsWith(line) && line.length >= 15)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
