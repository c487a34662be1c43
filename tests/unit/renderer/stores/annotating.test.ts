import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { newProvisionalUid, useAnnotating } from '../../../../src/renderer/stores/annotating.ts'
import { useReading } from '../../../../src/renderer/stores/reading.ts'
import { aWindowHost } from '../../../support/a-window-host.ts'
import { valueOf } from '../../../support/value-of.ts'

/** The window with one article open, and a passage of it just marked, not answered yet. */
async function markedJustNow(place: { readonly start: number; readonly end: number }) {
  const { core, bringIn } = aWindowHost()
  await bringIn('Water')
  setActivePinia(createPinia())
  const [reading, annotating] = [useReading(), useAnnotating()]
  const list = { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
  const [row] = valueOf(await core.client.request('article.list', list)).rows
  await reading.open(row!.uid)
  const uid = newProvisionalUid()
  const names: string[] = []
  const kept = annotating.highlight({
    place: { version: 1, rendition: 1, ...place },
    color: 'green',
    note: null,
    provisional: uid,
    // What is shown then has the new uid already, and the old one no more.
    onKept: (one) => {
      names.push(one.uid)
    },
  })
  const stored = async () =>
    valueOf(await core.client.request('article.get', { uid: row!.uid, version: null })).annotations
  return { reading, annotating, uid, kept, names, stored }
}

test('what is done to a highlight before it is kept is done when it is', async () => {
  const { annotating, reading, uid, kept, names, stored } = await markedJustNow({ start: 0, end: 5 })
  const shown = reading.article!.annotations[0]!
  expect(shown.uid).toBe(uid)
  await Promise.all([
    annotating.setNote({ uid }, 'Ask about the ferry'),
    annotating.setTag(shown, 'ferry', true),
    annotating.recolor(shown, 'blue'),
  ])
  const annotation = await kept
  expect(names).toEqual([annotation?.uid])
  expect(await stored()).toMatchObject([
    { uid: annotation?.uid, note: 'Ask about the ferry', tags: ['ferry'], color: 'blue' },
  ])
  expect(reading.article?.annotations).toEqual(await stored())
})

test('a highlight deleted before it is kept is not there afterwards, and can be undone', async () => {
  const { annotating, uid, stored } = await markedJustNow({ start: 0, end: 5 })
  expect(await annotating.remove({ uid })).not.toBeNull()
  expect(await stored()).toEqual([])
})

test('a highlight that is not kept takes what was done to it along, and nothing else fails', async () => {
  const { annotating, reading, uid, kept, names, stored } = await markedJustNow({ start: 0, end: 0 })
  await annotating.setNote({ uid }, 'words')
  expect(await annotating.remove({ uid })).toBeNull()
  expect(await kept).toBeNull()
  expect(names).toEqual([])
  expect(reading.problem).not.toBeNull()
  expect(await stored()).toEqual([])
})
