import type { HighlightColor } from '../../../../shared/model/annotation.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { readInstant } from '../../dates/read-instant.ts'

/** A passage or note as an export states it; what it does not state is left out. */
export interface StatedHighlight {
  /** null = a note on the whole article. */
  readonly quote: string | null
  readonly prefix?: string
  readonly suffix?: string
  readonly note?: string | null
  /** By its name in the service. */
  readonly color?: string | null
  readonly tags?: readonly string[]
  readonly created?: string | null
}

/** What other services call their pens, by the nearest of ours. */
const PENS: Readonly<Record<string, HighlightColor>> = {
  yellow: 'yellow',
  orange: 'yellow',
  green: 'green',
  blue: 'blue',
  cyan: 'blue',
  teal: 'blue',
  red: 'red',
  pink: 'red',
  purple: 'purple',
  violet: 'purple',
}

/** The highlight that an export states, or none when it says nothing at all. */
export function aHighlight(stated: StatedHighlight): readonly DraftHighlight[] {
  const quote = textOf(stated.quote)
  const note = textOf(stated.note)
  if (quote === null && note === null) return []
  return [
    {
      quote,
      note,
      prefix: stated.prefix ?? '',
      suffix: stated.suffix ?? '',
      color: PENS[(stated.color ?? '').toLowerCase()] ?? null,
      tags: stated.tags ?? [],
      created: readInstant(stated.created ?? null),
    },
  ]
}

function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.replaceAll('\r\n', '\n').trim().toWellFormed() ?? ''
  return trimmed === '' ? null : trimmed
}
