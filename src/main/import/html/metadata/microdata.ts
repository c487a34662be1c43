import type { Survey } from '../survey.ts'
import { lineOf } from '../walk.ts'
import type { Claims } from './claims.ts'
import { marksOf } from '../marks-of.ts'

/** Boxes of other articles and of readers' comments, whose properties are not this article's. */
const FOREIGN = /comment|related|recommend|teaser|sidebar|footer|widget|promo/i

/** What `itemprop` attributes in the page say. */
export function microdataClaims(survey: Survey): Claims {
  const own = survey.properties.filter((element) => !isForeign(element))
  const values = (...names: string[]): string[] =>
    names
      .flatMap((name) => own.filter((element) => hasProperty(element, name)).map(valueOf))
      .filter((value) => value !== '')
  return {
    title: values('headline').slice(0, 1),
    author: own
      .filter((element) => hasProperty(element, 'author'))
      .map(authorName)
      .filter((name) => name !== ''),
    published: values('datePublished', 'dateCreated', 'uploadDate'),
    section: values('articleSection'),
    language: values('inLanguage'),
    standfirst: values('alternativeHeadline', 'description').slice(0, 1),
  }
}

function hasProperty(element: Element, name: string): boolean {
  return (element.getAttribute('itemprop') ?? '').toLowerCase().split(/\s+/).includes(name.toLowerCase())
}

/** The value as the microdata standard defines it, for the elements that matter here. */
function valueOf(element: Element): string {
  return (element.getAttribute('content') ?? element.getAttribute('datetime') ?? lineOf(element)).trim()
}

function authorName(author: Element): string {
  const named = Array.from(author.querySelectorAll('[itemprop]')).find((element) => hasProperty(element, 'name'))
  return valueOf(named ?? author)
}

function isForeign(element: Element): boolean {
  let node: Element | null = element
  for (let level = 0; node !== null && level < 6; level++, node = node.parentElement) {
    if (FOREIGN.test(`${marksOf(node)} ${node.getAttribute('itemtype') ?? ''}`)) return true
  }
  return false
}
