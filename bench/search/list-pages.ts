import type { ListRequest } from '../../src/shared/model/search.ts'
import type { CorpusArticle } from '../corpus/corpus-article.ts'

const PAGE = 50

/** The pages of lists that people open; a deep page is nine tenths down. */
export function listPages(articles: number, sample: CorpusArticle): Readonly<Record<string, ListRequest>> {
  const page = { query: '', sort: 'added', direction: 'down', limit: PAGE, offset: 0 } as const
  const deep = Math.max(0, Math.floor(articles * 0.9) - PAGE)
  return {
    'first page by date added': page,
    'first page by publication': { ...page, sort: 'published' },
    'first page by title': { ...page, sort: 'title', direction: 'up' },
    'deep page by date added': { ...page, offset: deep },
    'deep page by title': { ...page, sort: 'title', direction: 'up', offset: deep },
    'first page of a tag': { ...page, query: `tag:${sample.tags[0] ?? ''}` },
    'first page of a publication': { ...page, query: `publication:"${sample.publication}"`, sort: 'published' },
    'first page of a word by title': { ...page, query: 'time', sort: 'title', direction: 'up' },
  }
}
