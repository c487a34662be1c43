import type { Markup } from '../markup.ts'
import { createArticleWriter } from './article-writer.ts'
import type { WrittenArticle } from './written-article.ts'
import { idTaker } from './write-attributes.ts'

/** What the article's addresses depend on. */
export interface WriteOptions {
  /** The page's own URL, against which its links are made absolute; null = unknown: relative links are not written. */
  readonly baseUrl: string | null
  /** Local address (`/blob/<sha256>`) of a picture by its absolute URL, or null: the picture is not written. */
  readonly resourceUrl: (url: string) => string | null
}

const inPageLink = / href="#([^"]+)"/g

interface Frame {
  readonly children: readonly Markup[]
  readonly leave: (() => void) | null
  index: number
}

/**
 * Writes an untrusted tree as reader HTML in normal form (docs/archive-format.md): nothing is copied, every tag is made
 * here from the allow-list. Any HTML parser rebuilds the very same tree from it, and writing that again gives the same
 * string. Takes any depth; blocks beyond 200 levels and inline elements beyond 50 are flattened.
 */
export function writeReaderHtml(content: readonly Markup[], options: WriteOptions): WrittenArticle {
  const written = writeArticle(content, options, new Set())
  const targets = new Set([...written.html.matchAll(inPageLink)].map((link) => link[1] ?? ''))
  // Which links survive is known only now; the ids that they point to need another walk.
  return targets.size === 0 ? written : writeArticle(content, options, targets)
}

function writeArticle(content: readonly Markup[], options: WriteOptions, targets: ReadonlySet<string>): WrittenArticle {
  const writer = createArticleWriter({ ...options, takeId: idTaker(targets) })
  const frames: Frame[] = [{ children: content, leave: null, index: 0 }]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.children[frame.index]
    frame.index += 1
    if (child === undefined) {
      frames.pop()
      frame.leave?.()
    } else if (typeof child === 'string') {
      writer.text(child)
    } else {
      const entered = writer.enter(child)
      if (entered !== 'skip') frames.push({ children: child.children, leave: entered, index: 0 })
    }
  }
  return writer.finish()
}
