import { Failure } from '../../../shared/app-error.ts'
import type { Draft } from '../draft.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportFormat } from '../format.ts'
import { readPackage } from './epub/read-package.ts'
import { html } from './html.ts'
import { lookText } from './look-text.ts'
import { statedFacts } from './stated-facts.ts'

const INDEX = 'index.html'
/** What SingleFile puts beside the page; nothing else lies in such a ZIP. */
const SINGLE_FILE =
  /^(?:manifest\.json|stylesheet_\d+\.css|favicon\.\w+|(?:images|fonts|frames|scripts|videos|audios)\/.+)$/i
/** What Calibre puts beside it (HTMLZ). */
const CALIBRE = /^(?:metadata\.opf|style\.css|cover\.\w+|images\/.+)$/i
const PACKAGE = 'metadata.opf'

/**
 * A page packed with its files: SingleFile's ZIP, also as the page that unpacks itself (`zip-behind-page.ts`), and Calibre's
 * HTMLZ. One article; what it shows lies beside it under the names it uses.
 */
export const zippedPage: ImportFormat = {
  id: 'zipped-page',
  // A page by itself is `html`; this is about what lies together.
  confidence: () => 'no',
  read: html.read,
  bundle: { sign: /^index\.html$/i, claim, read: ({ files }) => readPage(files) },
  restoreContent: html.restoreContent,
}

async function claim({ files }: Bundle): Promise<readonly BundleFile[]> {
  const index = files.find(({ name }) => name.toLowerCase() === INDEX)
  if (index === undefined) return []
  const others = files.filter((file) => file !== index)
  const has = (name: string): boolean => others.some((file) => file.name.toLowerCase() === name)
  if (has(PACKAGE)) return [index, ...others.filter(({ name }) => CALIBRE.test(name))]
  const isWhole = others.every(({ name }) => SINGLE_FILE.test(name))
  const head = isWhole ? await index.head() : null
  const isSaved =
    has('manifest.json') || (head?.ok === true && lookText(head.value).slice(0, 2000).includes('SingleFile'))
  return isWhole && isSaved ? [index, ...others] : []
}

async function* readPage(files: readonly BundleFile[]): AsyncGenerator<DraftOrFailure> {
  const index = files.find(({ name }) => name.toLowerCase() === INDEX)
  const about = files.find(({ name }) => name.toLowerCase() === PACKAGE)
  if (index === undefined) return
  for await (const item of html.read(index)) {
    if (!item.ok) yield item
    else
      yield {
        ...item,
        draft: about === undefined ? withAddress(item.draft, index) : await withPackage(item.draft, about),
      }
  }
}

/** SingleFile notes the page's address as the comment of its entry. */
function withAddress(draft: Draft, { comment }: BundleFile): Draft {
  const url = comment?.trim() ?? ''
  return draft.url === null && /^https?:\/\/\S+$/i.test(url) ? { ...draft, url } : draft
}

/** What Calibre says of the book; a package that cannot be read says nothing. */
async function withPackage(draft: Draft, file: BundleFile): Promise<Draft> {
  const bytes = await file.bytes()
  if (!bytes.ok) return draft
  try {
    const { title, creators, publisher, date, language, subjects, source } = await readPackage(bytes.value, '')
    const { facts, notes } = statedFacts({
      title,
      byline: creators.map(({ name }) => name).join(', ') || null,
      publication: publisher,
      published: date,
      language,
    })
    const url = source !== null && /^https?:\/\/\S+$/i.test(source) ? source : draft.url
    const marks = { ...draft.marks, tags: [...new Set([...draft.marks.tags, ...subjects])] }
    return { ...draft, url, facts: { ...draft.facts, ...facts }, marks, notes: [...draft.notes, ...notes] }
  } catch (error) {
    if (error instanceof Failure) return draft
    throw error
  }
}
