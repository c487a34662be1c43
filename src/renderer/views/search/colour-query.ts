import type { UnderstoodPart } from '../../../shared/model/search.ts'
import { parseQuery } from '../../../shared/query/parse-query.ts'

/** How a stretch of the query is shown in its field. */
export type QueryTone = 'plain' | 'operator' | 'phrase' | 'without' | 'problem'

/** A stretch of the query in one tone. */
export interface QueryPiece {
  readonly text: string
  readonly tone: QueryTone
}

/** The whole query, cut where its tone changes: what the engine would make of it, as it is typed. */
export function colourQuery(query: string, now: string): readonly QueryPiece[] {
  const tones = new Array<QueryTone>(query.length).fill('plain')
  for (const part of parseQuery(query, now).parts) tonePart(tones, query, part)
  const pieces: QueryPiece[] = []
  let start = 0
  for (let at = 1; at <= query.length; at++) {
    if (at < query.length && tones[at] === tones[start]) continue
    pieces.push({ text: query.slice(start, at), tone: tones[start] ?? 'plain' })
    start = at
  }
  return pieces
}

function tonePart(tones: QueryTone[], query: string, part: UnderstoodPart): void {
  const { start, end, kind, sign } = part
  if (part.problem !== null) tones.fill('problem', start, end)
  else if (sign === 'must-not') tones.fill('without', startOfSign(query, start), end)
  else if (kind === 'or') tones.fill('operator', start, end)
  else if (kind === 'phrase') tones.fill('phrase', start + fieldLength(query, part), end)
  if (part.problem === null && sign !== 'must-not') tones.fill('operator', start, start + fieldLength(query, part))
}

/** The minus or NOT that belongs to a part stands before its span. */
function startOfSign(query: string, start: number): number {
  const [sign] = /(?:-|\bNOT\s+)$/.exec(query.slice(0, start)) ?? ['']
  return start - sign.length
}

function fieldLength(query: string, { start, end, field }: UnderstoodPart): number {
  if (field === null) return 0
  const [name] = /^[a-z]+:/i.exec(query.slice(start, end)) ?? ['']
  return name.length
}
