import type { Draft } from '../../src/main/import/draft.ts'
import { decode } from '../../src/main/import/encoding/decode.ts'
import { articleOf } from '../../src/main/import/html/article-of.ts'
import { parsePage } from '../../src/main/import/html/parse-page.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import { lengthOfMarkup } from '../../src/main/import/html/text-of-markup.ts'
import { extractContent, type FoundContent, type WrittenContent } from '../../src/main/import/steps/extract-content.ts'
import type { Result } from '../../src/shared/result.ts'

/** Paragraphs of fewer letters are what the rule put in leaves out. */
const SHORT = 60

/**
 * The extractor of this program with two rules changed, as a later version might have them. One is taken away: what
 * extraction leaves over around the article (labels, requests, teasers, lines of the page) stays in. One is put in:
 * captions, and paragraphs shorter than 60 letters, are left out; of texts and pages alike. All other rules are the
 * program's own.
 */
export function extractChanged(draft: Draft, content: WrittenContent): Result<FoundContent> {
  const found = extractContent(draft, content)
  if (!found.ok) return found
  const { extracted } = found.value
  const whole = content.kind === 'html' ? withLeftovers(draft, content, found.value) : null
  const changed = withoutShort(whole ?? extracted.content)
  const extractorVersion = `${extracted.extractorVersion}-changed`
  return { ok: true, value: { ...found.value, extracted: { ...extracted, content: changed, extractorVersion } } }
}

/** The article as the program's own rules find it, without the last one. */
function withLeftovers(
  draft: Draft,
  content: WrittenContent,
  { url, extracted }: FoundContent,
): readonly Markup[] | null {
  const { text } = decode(content.bytes, {
    declared: content.declaredEncoding,
    kind: 'html',
    language: draft.facts.language ?? undefined,
  })
  const page = parsePage(text)
  return page.ok
    ? articleOf(page.value, { html: text, dropped: [] }, { title: extracted.facts.title, baseUrl: url })
    : null
}

function withoutShort(nodes: readonly Markup[]): readonly Markup[] {
  return nodes.flatMap((node): readonly Markup[] => {
    if (typeof node === 'string') return [node]
    if (node.name === 'figcaption') return []
    if (node.name === 'p' && lengthOfMarkup([node]) < SHORT) return []
    return node.children.length === 0 ? [node] : [{ ...node, children: withoutShort(node.children) }]
  })
}
