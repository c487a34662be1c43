import type { Anchor, Annotation } from '../../../shared/model/annotation.ts'
import type { Article } from '../../../shared/model/article.ts'
import { bylineNames } from '../../../shared/text/byline-names.ts'
import { CHECKSUM_TO_COME } from '../checksum-line.ts'
import { deepLink } from '../../../shared/text/deep-link.ts'

/** A highlight or a note as a template sees it. `quote` is plain text, `note` the person's Markdown; empty, not null. */
interface TemplateAnnotation {
  readonly uid: string
  readonly quote: string
  readonly note: string
  readonly color: string
  readonly tags: readonly string[]
  readonly created: string
  readonly link: string
}

/** Everything a template may use; `docs/decisions` and the built-in templates are its manual. */
export interface TemplateValues {
  readonly title: string
  readonly standfirst: string
  readonly byline: string
  readonly authors: readonly string[]
  readonly publication: string
  readonly section: string
  readonly published: string
  readonly url: string
  readonly added: string
  readonly language: string
  readonly direction: string
  readonly state: string
  readonly starred: boolean
  readonly words: number
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  readonly uid: string
  readonly link: string
  /**
   * For a line of its own, `checksum: "{{ checksum }}"` or `checksum:: {{ checksum }}`: a file with it is replaced by
   * the next export as long as nobody edits it, one without it never.
   */
  readonly checksum: string
  /** YAML without its `---` lines. */
  readonly front_matter: string
  /** The same with tags and dates as Obsidian takes them. */
  readonly obsidian_front_matter: string
  /** Markdown of the text, without the header when there is a title. */
  readonly body: string
  /** In reading order. */
  readonly highlights: readonly TemplateAnnotation[]
  /** Notes on the article, in the order they were made. */
  readonly notes: readonly TemplateAnnotation[]
  /** Highlights whose passage is not in the current text. */
  readonly orphans: readonly TemplateAnnotation[]
}

/** Parts of an article that are Markdown or YAML already. */
interface WrittenParts {
  readonly body: string
  readonly frontMatter: string
  readonly obsidianFrontMatter: string
}

/** What a template is given for an article, once its body and front matter are written. */
export function templateValues(article: Article, written: WrittenParts): TemplateValues {
  const { title, standfirst, byline, publication, section, published, url, language } = article
  return {
    ...allText({ title, standfirst, byline, publication, section, published, url, language }),
    ...annotationLists(article),
    authors: bylineNames(article.byline),
    added: article.added,
    direction: article.direction,
    state: article.state,
    starred: article.starred,
    words: article.words,
    tags: article.tags,
    collections: article.collections,
    uid: article.uid,
    link: deepLink(article.uid),
    checksum: CHECKSUM_TO_COME,
    front_matter: written.frontMatter,
    obsidian_front_matter: written.obsidianFrontMatter,
    body: written.body,
  }
}

/** Unknown facts as empty texts, which templates can ask for plainly. */
function allText<Name extends string>(facts: Record<Name, string | null>): Record<Name, string> {
  const texts = Object.entries<string | null>(facts).map(([name, value]) => [name, value ?? ''] as const)
  return Object.fromEntries(texts) as Record<Name, string>
}

function annotationLists(article: Article): Pick<TemplateValues, 'highlights' | 'notes' | 'orphans'> {
  const seen = (annotation: Annotation): TemplateAnnotation => ({
    uid: annotation.uid,
    quote: annotation.quote?.exact ?? '',
    note: annotation.note ?? '',
    color: annotation.color ?? '',
    tags: annotation.tags,
    created: annotation.created,
    link: deepLink(article.uid, annotation.uid),
  })
  const quoted = article.annotations.filter(({ quote }) => quote !== null)
  return {
    highlights: quoted.filter(isPlaced).toSorted(byPlace).map(seen),
    notes: article.annotations.filter(({ quote }) => quote === null).map(seen),
    orphans: quoted.filter((annotation) => !isPlaced(annotation)).map(seen),
  }
}

/** The place in the current rendition, which comes first. */
function currentAnchor({ anchors }: Annotation): Anchor | undefined {
  return anchors[0]
}

function isPlaced(annotation: Annotation): boolean {
  return currentAnchor(annotation)?.status === 'placed'
}

function byPlace(a: Annotation, b: Annotation): number {
  const [one, other] = [currentAnchor(a), currentAnchor(b)]
  return (one?.start ?? 0) - (other?.start ?? 0) || (one?.end ?? 0) - (other?.end ?? 0)
}
