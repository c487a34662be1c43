import { blockText } from './block.ts'
import { parseContributors } from './contributors.ts'
import { isAboutAuthor, isCopyrightLine, isPromotion, paragraphLabel } from './end-lines.ts'
import { isHeadlineLike } from './headline-shape.ts'
import { apparentLength } from './letter-shape.ts'
import type { Part, Role } from './part.ts'

/**
 * Marks what stands below an article: contributor and copyright lines, closing boxes, requests to subscribe. Walks up
 * from the end, so that nothing in the midst of the text is taken for it.
 */
export function markTail(parts: readonly Part[]): readonly Part[] {
  const roles = parts.map(({ role }) => role)
  const creditsAt = findContributors(parts)
  for (const at of creditsAt) roles[at] = 'contributors'
  for (let at = parts.length - 1; at >= 0 && at >= parts.length - 8; at -= 1) {
    const role = endRole(parts[at])
    if (role === null) break
    if (roles[at] === 'body') roles[at] = role
  }
  markBox(parts, roles, creditsAt.at(-1) ?? -1)
  markAuthorBox(parts, roles)
  return parts.map(({ block }, at) => ({ block, role: roles[at] ?? 'body' }))
}

/** In the last third, or the last 12 blocks, of the text: the box below may be long. */
function findContributors(parts: readonly Part[]): readonly number[] {
  const from = Math.min(Math.floor((parts.length * 2) / 3), parts.length - 12)
  return parts.flatMap(({ block, role }, at) => {
    if (at < from || role !== 'body' || block.shape !== 'text') return []
    return parseContributors(blockText(block)) === null ? [] : [at]
  })
}

function endRole(part: Part | undefined): Role | null {
  if (part === undefined) return null
  const text = blockText(part.block)
  if (part.role === 'contributors' || part.role === 'utility') return part.role
  if (part.role !== 'body' || part.block.shape !== 'text') return null
  if (isCopyrightLine(text)) return 'copyright'
  return isPromotion(text) ? 'promotion' : null
}

/**
 * A closing box: a heading line and labelled paragraphs (`The fight: …`) that reach to the end. Below a contributor
 * line two are enough, as the article is over there; elsewhere it takes three, every label another (a dialogue repeats them).
 */
function markBox(parts: readonly Part[], roles: Role[], creditsAt: number): void {
  let end = parts.length
  while (end > 0 && isEnd(roles[end - 1])) end -= 1
  const labels = labelsAbove(parts, roles, end)
  const start = end - labels.length
  const title = parts[start - 1]
  const isBox = labels.length >= (creditsAt >= 0 ? 2 : 3) && new Set(labels).size === labels.length
  if (!isBox || start < 4 || title?.role !== 'body' || roles[start - 1] !== 'body') return
  if (!isHeadlineLike(title.block) || apparentLength(blockText(title.block)) > 120) return
  roles[start - 1] = 'box-title'
  for (let at = start; at < end; at += 1) roles[at] = 'box'
}

/** Labels of the labelled paragraphs directly above `end`, from below. */
function labelsAbove(parts: readonly Part[], roles: readonly Role[], end: number): readonly string[] {
  const labels: string[] = []
  for (let at = end - 1; at >= 0 && roles[at] === 'body'; at -= 1) {
    const block = parts[at]?.block
    const label = block?.shape === 'text' && !isHeadlineLike(block) ? paragraphLabel(blockText(block)) : null
    if (label === null) break
    labels.push(label)
  }
  return labels
}

/** A box about the author: its heading among the last blocks, and the one or two paragraphs below it. */
function markAuthorBox(parts: readonly Part[], roles: Role[]): void {
  const from = Math.max(2, parts.length - 6)
  const title = parts.findIndex(
    ({ block }, at) => at >= from && roles[at] === 'body' && isAboutAuthor(blockText(block)),
  )
  if (title < 0 || roles[title + 1] !== 'body') return
  roles[title] = 'box-title'
  roles[title + 1] = 'box'
}

function isEnd(role: Role | undefined): boolean {
  return role === 'promotion' || role === 'copyright' || role === 'utility'
}
