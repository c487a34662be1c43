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
