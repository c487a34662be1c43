import type { Markup } from '../markup.ts'
import { inPageName } from './safe-url.ts'

/** Names that links of the content point to inside it (footnotes, their way back): only these ids are worth writing. */
export function inPageTargets(content: readonly Markup[], baseUrl: string | null): ReadonlySet<string> {
  const targets = new Set<string>()
  const pending: (readonly Markup[])[] = [content]
  for (let children = pending.pop(); children !== undefined; children = pending.pop()) {
    for (const child of children) {
      if (typeof child === 'string') continue
      if (child.children.length > 0) pending.push(child.children)
      const href = child.name === 'a' ? child.attributes['href'] : undefined
      const name = href?.includes('#') === true ? inPageName(href, baseUrl) : null
      if (name !== null) targets.add(name)
    }
  }
  return targets
}
