import type { Survey } from '../survey.ts'
import type { Claims } from './claims.ts'
import { claimsNamed } from './meta-tags.ts'

/** What Open Graph, its `article:` namespace and the Twitter card say. */
export function openGraphClaims(survey: Survey): Claims {
  return claimsNamed(survey.metas, {
    title: ['og:title', 'twitter:title'],
    author: ['article:author_name', 'article:author', 'og:article:author', 'author:name'],
    published: [
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'og:published_time',
      'bt:pubdate',
      'og:pubdate',
      'article:post_date',
    ],
    publication: ['og:site_name'],
    section: ['article:section', 'og:article:section'],
    language: ['og:locale'],
    standfirst: ['og:description', 'twitter:description'],
    image: ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'],
  })
}

/** What a card's label calls its writer, in the languages that plugins for cards are translated into. */
const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|autor(?:in)?|écrit par|escrito por|scritto da|geschreven door|napisane przez|автор|написано автором|skriven av|skrevet av|skrevet af|yazan|kirjoittanut)$/i

/** What a card says in pairs of any label and its value (`twitter:label1`, `twitter:data1`): often the writer. */
export function cardClaims({ metas }: Survey): Claims {
  const author = metas.flatMap(({ name, value }) => {
    const number = /^twitter:label(\d)$/.exec(name)?.[1]
    if (number === undefined || !WRITTEN_BY.test(value)) return []
    return metas.filter((meta) => meta.name === `twitter:data${number}`).map((meta) => meta.value)
  })
  return author.length === 0 ? {} : { author }
}
