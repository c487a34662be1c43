import { describe, expect, it } from 'vitest'
import { createArticleLinks } from '../../../src/main/hosts/article-links.ts'
import type { ArticleLink } from '../../../src/shared/ipc/host-contract.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'

const link = (uid: string): ArticleLink => ({ uid: uid as ArticleUid, annotation: null })

describe('links of articles', () => {
  it('wait for a window, the newest alone, and are told to the window that has asked', () => {
    const told: string[] = []
    const links = createArticleLinks(({ uid }) => told.push(uid))
    links.open(link('a'))
    links.open(link('b'))
    expect([links.take(), links.take(), told]).toEqual([link('b'), null, []])
    links.open(link('c'))
    expect(told).toEqual(['c'])
    links.pause()
    links.open(link('d'))
    expect([told, links.take()]).toEqual([['c'], link('d')])
  })
})
