import type { DraftContent } from '../../draft.ts'

/** HTML that a service had found to be the article; none when there is nothing in it. */
export function articleContent(html: string | null): DraftContent {
  if (html === null || html.trim() === '') return { kind: 'none' }
  return { kind: 'article', bytes: new TextEncoder().encode(html), declaredEncoding: 'utf-8' }
}
