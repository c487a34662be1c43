import { createPinia, setActivePinia } from 'pinia'
import { expect, test } from 'vitest'
import { useAnnotating } from '../../../../src/renderer/stores/annotating.ts'
import { useReading } from '../../../../src/renderer/stores/reading.ts'
import { aWindowHost } from '../../../support/a-window-host.ts'
import { valueOf } from '../../../support/value-of.ts'

test('reading again after one’s own change leaves what did not change as it is', async () => {
  const { core, bringIn } = aWindowHost()
  await bringIn('Water')
  setActivePinia(createPinia())
  const reading = useReading()
  const list = { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
  const [row] = valueOf(await core.client.request('article.list', list)).rows
  await reading.open(row!.uid)
  const note = await useAnnotating().addNote('Why?')
  const shown = reading.article
  expect(shown?.annotations).toEqual([note])
  await reading.refresh()
  expect(reading.article?.annotations).toBe(shown?.annotations)
  expect(reading.article?.versions).toBe(shown?.versions)
  valueOf(await core.client.request('annotation.delete', { uids: [note!.uid] }))
  await reading.refresh()
  expect(reading.article?.annotations).toEqual([])
})
