import type { PageElement } from '../../../shared/model/page-element.ts'

/** Index of the part around one; itself for the outermost. */
export function outerPart(parts: readonly Pick<PageElement, 'depth'>[], at: number): number {
  const depth = parts[at]?.depth ?? 0
  for (let index = at - 1; index >= 0; index--) if ((parts[index]?.depth ?? 0) < depth) return index
  return at
}

/** Index of the part within one that holds most of its words; itself when nothing lies in it. */
export function innerPart(parts: readonly Pick<PageElement, 'depth' | 'words'>[], at: number): number {
  const depth = parts[at]?.depth ?? 0
  let best = at
  for (let index = at + 1; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined || part.depth <= depth) break
    if (part.depth === depth + 1 && (best === at || part.words > (parts[best]?.words ?? 0))) best = index
  }
  return best
}
