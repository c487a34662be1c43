import { openSample, VIEWS, WELCOME, type ShownView } from '../../scripts/window/shown-views.ts'
import { motionsIn } from './support/motion.ts'
import { expect, test } from './support/offprint-test.ts'
import { OPENED } from './support/opened-states.ts'

/** Where the window moves most: what rises over a view, is dragged in, fades in late or slides. */
const WATCHED = [
  'library',
  'reader',
  'search',
  'notes',
  'palette',
  'settings',
  'menu of an article',
  'many selected, one starred, undo offered',
  'finding in the text',
  'a highlight opened',
]

test('Nothing moves by itself where less motion is asked for, and things do where it is not', async ({
  openWindow,
}) => {
  test.setTimeout(120_000)
  const { page } = await openWindow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await WELCOME.show(page)
  expect(await motionsIn(page)).toEqual([])
  await openSample(page)
  const views = [...VIEWS, ...OPENED].filter(({ name }) => WATCHED.includes(name))
  expect(views).toHaveLength(WATCHED.length)
  const still: string[] = []
  for (const view of views) await test.step(view.name, () => look(view))
  expect(still).toEqual([])
  // The last of them again, for what would be said of it otherwise.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect((await motionsIn(page)).length).toBeGreaterThan(3)

  async function look({ name, show }: ShownView): Promise<void> {
    await show(page)
    for (const motion of await motionsIn(page)) still.push(`${name}: ${motion}`)
  }
})
