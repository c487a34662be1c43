import { ENCODINGS, type EncodingSample } from '../../../shared/model/encodings.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { StoredPage } from '../../archive/ports/remake-article.ts'
import { rebuildDraft } from '../rebuild-draft.ts'
import { textPlausibility } from './text-plausibility.ts'

/** Bytes that are read for a sample; what needs another encoding shows before. */
const SAMPLE_BYTES = 256 * 1024
/** Characters of a sample. */
const SAMPLE_LENGTH = 100

/**
 * How a text of letters beyond ASCII begins in every encoding, the likeliest first, those that read alike once; none for what is
 * no text of its own (a document, a link).
 */
export function sampleEncodings(stored: StoredPage): Result<readonly EncodingSample[]> {
  const draft = rebuildDraft(stored)
  if (!draft.ok) return draft
  const { content } = draft.value
  if (content.kind !== 'html' && content.kind !== 'text' && content.kind !== 'markdown') return ok([])
  const bytes = content.bytes.subarray(0, SAMPLE_BYTES)
  const seen = new Set<string>()
  const read = ENCODINGS.flatMap((encoding) => {
    const decoded = new TextDecoder(encoding).decode(bytes)
    const text = sampleOf(content.kind === 'html' ? withoutMarkup(decoded) : decoded)
    if (seen.has(text)) return []
    seen.add(text)
    return [{ encoding, text, plausibility: textPlausibility(decoded) }]
  })
  const sorted = read.toSorted((one, other) => other.plausibility - one.plausibility)
  return ok(sorted.map(({ encoding, text }) => ({ encoding, text })))
}

function withoutMarkup(html: string): string {
  const body = html.slice(Math.max(0, html.search(/<body\b/i)))
  return body.replace(/<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<[^<>]*>/gi, '\n')
}

/** The first line that has letters beyond ASCII, else the first line. */
function sampleOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const line =
    lines.find((one) => one.length > 20 && /\P{ASCII}/u.test(one)) ??
    lines.find((one) => /\P{ASCII}/u.test(one)) ??
    lines[0]
  const start = Math.max(0, (line ?? '').search(/\P{ASCII}/u) - SAMPLE_LENGTH / 2)
  return (line ?? '').slice(start, start + SAMPLE_LENGTH)
}
