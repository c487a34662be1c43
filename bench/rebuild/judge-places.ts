import { diffArrays } from 'diff'
import type { Annotation } from '../../src/shared/model/annotation.ts'
import { foldText } from '../../src/shared/text/fold-text.ts'
import type { TextRange } from '../../src/shared/text/text-range.ts'

/**
 * What became of a highlight, against a truth that the ladder has no part in: both texts compared paragraph by paragraph
 * (Myers' algorithm, by jsdiff).
 * - `right`: its paragraphs stayed, and it lies on the same letters there;
 * - `wrong`: its paragraphs stayed, and it lies elsewhere; or it lies on other words where nothing of them stayed;
 * - `missed`: its paragraphs stayed, and it is an orphan;
 * - `part`: some of its paragraphs went, and it lies on words of those that stayed;
 * - `elsewhere`: its paragraphs went from their place, and it lies on the very same words at another one;
 * - `gone`: its paragraphs went, and it is an orphan.
 */
export type Fate = 'right' | 'wrong' | 'missed' | 'part' | 'elsewhere' | 'gone'

/** A highlight after a rebuild. */
export interface Judged {
  readonly fate: Fate
  readonly strategy: string
  readonly quote: string
  /** Text at its place with what stands around, null for an orphan. */
  readonly found: string | null
  readonly around: string
}

/** Judges highlights made on `old` by their places on `renewed`. */
export function judgePlaces(
  old: string,
  renewed: string,
  highlights: readonly { readonly made: TextRange; readonly annotation: Annotation }[],
): readonly Judged[] {
  const map = mapParagraphs(old, renewed)
  return highlights.map(({ made, annotation }) => {
    const [anchor] = annotation.anchors
    const place =
      anchor?.status === 'placed' && anchor.start !== null && anchor.end !== null
        ? { start: anchor.start, end: anchor.end }
        : null
    return {
      fate: fateOf({ old, renewed, map }, made, place),
      strategy: anchor?.strategy ?? 'none',
      quote: old.slice(made.start, made.end),
      found: place === null ? null : show(renewed, place),
      around: show(old, made),
    }
  })
}

interface ComparedTexts {
  readonly old: string
  readonly renewed: string
  readonly map: readonly KeptParagraph[]
}

function fateOf({ old, renewed, map }: ComparedTexts, made: TextRange, place: TextRange | null): Fate {
  const touched = map.filter(({ from }) => from.start < made.end && from.end > made.start)
  const kept = touched.filter(({ shift }) => shift !== null)
  const shift = touched[0]?.shift ?? null
  if (shift !== null && touched.every((one) => one.shift === shift)) {
    if (place === null) return 'missed'
    return place.start === made.start + shift && place.end === made.end + shift ? 'right' : 'wrong'
  }
  if (place === null) return 'gone'
  const liesOnKept = kept.some(
    ({ from, shift }) => shift !== null && from.start + shift < place.end && from.end + shift > place.start,
  )
  if (liesOnKept) return 'part'
  const same = (text: string, range: TextRange): string => foldText(text.slice(range.start, range.end)).text.trim()
  return same(old, made) === same(renewed, place) ? 'elsewhere' : 'wrong'
}

/** A paragraph of the old text and how far its letters moved in the new one; null = it is not there any more. */
interface KeptParagraph {
  readonly from: TextRange
  readonly shift: number | null
}

function mapParagraphs(old: string, renewed: string): readonly KeptParagraph[] {
  const map: KeptParagraph[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, value } of diffArrays(old.split(/(?<=\n)/), renewed.split(/(?<=\n)/))) {
    for (const paragraph of value) {
      if (!added) map.push({ from: { start: from, end: from + paragraph.length }, shift: removed ? null : to - from })
      if (!added) from += paragraph.length
      if (!removed) to += paragraph.length
    }
  }
  return map
}

function show(text: string, { start, end }: TextRange): string {
  return `${text.slice(Math.max(0, start - 32), start)} | ${text.slice(start, end)} | ${text.slice(end, end + 32)}`
}
