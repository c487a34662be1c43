import { type Block, blockText } from './block.ts'
import { chooseHeadline, isSectionName } from './choose-headline.ts'
import { datelineDate, leadingDateline } from './dateline.ts'
import { type HeadFacts, joinHeadFacts, noHeadFacts } from './head-facts.ts'
import { type HeadKind, readHeadKinds } from './head-kinds.ts'
import { better, type HeaderLine } from './header-line.ts'
import { isHeadlineLike } from './headline-shape.ts'
import { apparentLength, countWords, endsSentence, endsWithStop, hasSentenceBreak } from './letter-shape.ts'
import type { Masthead } from './masthead.ts'
import { readMeta } from './read-meta.ts'
import type { Role } from './part.ts'

/** The head of an article: one role for each of its first blocks, and what they state. */
export interface Head {
  readonly roles: readonly Role[]
  readonly facts: HeadFacts
  readonly masthead: Masthead | null
}

// Longest standfirst, in apparent columns; and more free lines than this above the first paragraph are no head.
const LONGEST_STANDFIRST = 450
const MOST_FREE_LINES = 6

/** Finds where the head ends and what its blocks are. */
export function findHead(blocks: readonly Block[], fileName: string | null): Head {
  const meta = readMeta(blocks)
  const below = blocks.slice(meta.count)
  const kinds = readHeadKinds(below)
  const { roleAt, headlineAt, masthead } = placeHeadline(below, kinds, meta.facts.title, fileName)
  const end = findEnd(kinds, roleAt, headlineAt !== null || meta.count > 0)
  const found = below.slice(0, end).map((_, at): Role => roleAt.get(at) ?? roleOfKind(kinds[at]))
  const stated = Array.from({ length: meta.count }, (): Role => 'meta')
  const facts = joinHeadFacts(readFacts(below, found, kinds, masthead), datelineFacts(below[end]))
  return { roles: [...stated, ...found], facts: joinHeadFacts(meta.facts, facts), masthead }
}

interface Placed {
  readonly roleAt: ReadonlyMap<number, Role>
  readonly headlineAt: number | null
  readonly masthead: Masthead | null
}

/** Gives the free lines their roles. A title that labelled lines have stated is looked for no more, unless it stands there again. */
function placeHeadline(
  blocks: readonly Block[],
  kinds: readonly HeadKind[],
  statedTitle: string | null,
  fileName: string | null,
): Placed {
  const roleAt = new Map<number, Role>()
  const isRepeated = blocks.slice(0, 4).some((block) => blockText(block) === statedTitle)
  if (statedTitle !== null && !isRepeated) return { roleAt, headlineAt: null, masthead: null }
  const free = freeBefore(blocks, kinds)
  const lines = free.flatMap((at) => blocks[at] ?? [])
  const choice = chooseHeadline(lines, { fileName, rest: blocks.slice(1).map(blockText).join('\n') })
  const places: readonly (readonly [number | null, Role])[] = [
    [choice.masthead?.at ?? null, 'masthead'],
    [choice.mottoAt, 'motto'],
    [choice.kickerAt, 'kicker'],
    [choice.headline, 'headline'],
  ]
  for (const [index, role] of places) {
    const at = index === null ? undefined : free[index]
    if (at !== undefined) roleAt.set(at, role)
  }
  const headlineAt = choice.headline === null ? null : (free[choice.headline] ?? null)
  const standfirstAt = findStandfirst(blocks, kinds, headlineAt, free)
  if (standfirstAt !== null) roleAt.set(standfirstAt, 'standfirst')
  return { roleAt, headlineAt, masthead: choice.masthead?.parsed ?? null }
}

/** Places of the free lines above the first paragraph; only the first when there are too many to be a head. */
function freeBefore(blocks: readonly Block[], kinds: readonly HeadKind[]): readonly number[] {
  const free: number[] = []
  for (const [at, { kind }] of kinds.entries()) {
    const block = blocks[at]
    if (block === undefined) break
    if (kind === 'body') {
      if (free.length === 0 && isStoppedHeadline(block, blocks[at + 1])) free.push(at)
      break
    }
    if (kind !== 'free') continue
    const goesOn = free.length > 0 ? isFurtherLine(block) : blocks.length === 1 || isFirstLine(block, blocks[at + 1])
    if (!goesOn) break
    free.push(at)
  }
  return free.length > MOST_FREE_LINES ? free.slice(0, 1) : free
}

function isFirstLine(block: Block, next: Block | undefined): boolean {
  return isHeadlineLike(block) || block.shape === 'verse' || isStoppedHeadline(block, next)
}

/** Below the first line a full stop, or a marked sub-heading, begins the text. */
function isFurtherLine(block: Block): boolean {
  return !endsWithStop(blockText(block)) && (block.shape !== 'heading' || block.level === 1)
}

/** A paragraph short enough to stand above a longer one as its headline in spite of its full stop. */
function isStoppedHeadline(block: Block, next: Block | undefined): boolean {
  const text = blockText(block)
  if (block.shape !== 'text' || hasSentenceBreak(text) || !endsWithStop(text) || apparentLength(text) > 100)
    return false
  return next?.shape === 'text' && apparentLength(blockText(next)) >= 2 * apparentLength(text)
}

/**
 * The standfirst is the first line or short paragraph below the headline: without a full stop, or with one when a
 * byline or date parts it from the text.
 */
function findStandfirst(
  blocks: readonly Block[],
  kinds: readonly HeadKind[],
  headlineAt: number | null,
  free: readonly number[],
): number | null {
  if (headlineAt === null) return null
  for (let at = headlineAt + 1; at < kinds.length; at += 1) {
    const block = blocks[at]
    const kind = kinds[at]?.kind
    if (block === undefined) return null
    if (kind === 'line' || kind === 'caption' || kind === 'url') continue
    const text = blockText(block)
    if (block.shape !== 'text' || apparentLength(text) > LONGEST_STANDFIRST) return null
    if (free.includes(at) && !endsSentence(text)) return countWords(text) >= 5 ? at : null
    return isPartedFromText(kinds, at, headlineAt) ? at : null
  }
  return null
}

function isPartedFromText(kinds: readonly HeadKind[], at: number, headlineAt: number): boolean {
  const above = kinds.slice(headlineAt + 1, at).some(statesSomeone)
  for (const kind of kinds.slice(at + 1)) {
    if (kind.kind === 'free' || kind.kind === 'body' || kind.kind === 'rule') return false
    if (kind.kind === 'line' && !above && (kind.line.names.length > 0 || kind.line.date !== null)) return true
  }
  return false
}

function statesSomeone(kind: HeadKind): boolean {
  return kind.kind === 'line' && (kind.line.names.length > 0 || kind.line.date !== null)
}

/** Behind the last block with a role and the bylines, dates and buttons that follow it. */
function findEnd(kinds: readonly HeadKind[], roleAt: ReadonlyMap<number, Role>, hasHeadline: boolean): number {
  let end = [...roleAt.keys()].reduce((last, at) => Math.max(last, at + 1), 0)
  if (end === 0 && !hasHeadline) return 0
  for (let at = end; at < kinds.length; at += 1) {
    const kind = kinds[at]?.kind
    if (kind === 'line' || kind === 'url') end = at + 1
    else if (kind !== 'caption') break
  }
  return end
}

function roleOfKind(kind: HeadKind | undefined): Role {
  if (kind?.kind === 'caption') return 'caption'
  if (kind?.kind !== 'line') return kind?.kind === 'url' ? 'meta' : 'kicker'
  if (kind.line.names.length > 0) return 'byline'
  return kind.line.date === null ? 'utility' : 'dateline'
}

function readFacts(
  blocks: readonly Block[],
  roles: readonly Role[],
  kinds: readonly HeadKind[],
  masthead: Masthead | null,
): HeadFacts {
  const textOf = (role: Role): string | null => {
    const block = blocks[roles.indexOf(role)]
    return block === undefined ? null : blockText(block)
  }
  const lines = kinds.slice(0, roles.length).flatMap((kind): HeaderLine[] => (kind.kind === 'line' ? [kind.line] : []))
  const date = lines.reduce<Pick<HeaderLine, 'date' | 'isUpdate'>>((a, b) => better(a, b) ?? a, {
    date: null,
    isUpdate: false,
  })
  const kicker = textOf('kicker')
  return {
    ...noHeadFacts,
    title: textOf('headline'),
    standfirst: textOf('standfirst'),
    publication: masthead?.publication ?? null,
    section: kicker !== null && isSectionName(kicker) ? kicker : null,
    names: lines.flatMap((line) => line.names),
    published: date.isUpdate ? null : date.date,
    updated: date.isUpdate ? date.date : null,
  }
}

function datelineFacts(first: Block | undefined): HeadFacts {
  const dateline = first?.shape === 'text' ? leadingDateline(blockText(first)) : null
  return { ...noHeadFacts, published: dateline === null ? null : datelineDate(dateline) }
}
