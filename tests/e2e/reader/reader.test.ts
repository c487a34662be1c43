import type { BrowserContext, Page } from '@playwright/test'
import { valueOf } from '../../support/value-of.ts'
import { expect, test } from '../support/offprint-test.ts'
import { drag, painted, placeOf } from '../support/reader-frame.ts'

/** Words that stand once in the article, sentence by sentence. */
const OPENING = 'The lamp is lit at dusk. Nobody on the shore has asked for it in forty years.'
const PROMISE = 'A light is a promise that somebody keeps.'

/** A plain article, long enough to scroll. */
function anArticle(): string {
  const paragraph = (at: number): string =>
    `Paragraph ${at} tells of wind and water and of the people who wrote down when it came and when it went again. `.repeat(
      4,
    )
  const middle = Array.from({ length: 40 }, (_, at) => paragraph(at + 1))
  return [
    '# The keeper of Skarv Point',
    OPENING,
    ...middle,
    PROMISE,
    '[A link](https://outside.example/page)',
    '',
  ].join('\n\n')
}

/** Opens the only article of the archive from the list, by keyboard. */
async function openArticle(page: Page): Promise<void> {
  await page.getByRole('option', { name: /keeper of Skarv Point/ }).click()
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Original' })).toBeVisible()
}

/** Lets a test hold back what the host answers to the window, and let it through. */
async function holdAnswers(
  context: BrowserContext,
): Promise<{ readonly hold: () => void; readonly release: () => void }> {
  let held: (() => void)[] | null = null
  await context.routeWebSocket(/./, (window) => {
    const host = window.connectToServer()
    host.onMessage((message) => {
      if (held === null) window.send(message)
      else held.push(() => window.send(message))
    })
  })
  return {
    hold: () => (held ??= []),
    release: () => {
      held?.forEach((send) => send())
      held = null
    },
  }
}

test.beforeEach(async ({ beginWith }) => {
  await beginWith('keeper', async (program) => {
    await program.run('import', program.file('keeper.md', anArticle()))
  })
})

test('a passage is found, highlighted and noted by keyboard alone, and is there when the window is opened anew', async ({
  openWindow,
}) => {
  const { page } = await openWindow()
  await openArticle(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('PROMISE')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('Escape')
  // The words found are selected; Enter takes their sentence.
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect.poll(() => painted(page, 'green')).toEqual([PROMISE])
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('For the chapter on duty.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.note').getByText('For the chapter on duty.', { exact: true })).toBeVisible()
  // The window comes back to where it was.
  await page.reload()
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await expect.poll(() => painted(page, 'green')).toEqual([PROMISE])
  await page.keyboard.press('Shift+J')
  await expect(page.getByRole('status').filter({ hasText: 'Green highlight 1 of 1' })).toHaveCount(1)
})

test('the keys that follow a pen are for its highlight, and letters after N are its note, however long keeping takes', async ({
  context,
  openWindow,
}) => {
  const answers = await holdAnswers(context)
  const { page, client, articles } = await openWindow()
  await openArticle(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('PROMISE')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('Escape')
  answers.hold()
  // Typed as fast as it goes: S would star the article, K go to another, U mark it unread.
  await page.keyboard.press('2')
  await page.keyboard.press('n')
  await page.keyboard.type('Ask us')
  const field = page.getByRole('textbox', { name: 'Note' })
  await expect(field).toHaveValue('Ask us')
  answers.release()
  await expect.poll(() => painted(page, 'green')).toEqual(['promise'])
  // Kept meanwhile, it is the same card still, with the words and the caret in it.
  await page.keyboard.type(' all')
  await expect(field).toHaveValue('Ask us all')
  answers.hold()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('5')
  answers.release()
  await expect.poll(() => painted(page, 'violet')).toEqual(['promise'])
  const kept = async () => {
    const [article] = await articles()
    const { annotations } = valueOf(await client.request('article.get', { uid: article!.uid, version: null }))
    return annotations.map(({ note, color }) => ({ note, color }))
  }
  await expect.poll(kept).toEqual([{ note: 'Ask us all', color: 'purple' }])
})

test('the reader opens where one stopped', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  const text = page.getByRole('region', { name: 'Text' })
  await text.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight / 2))
  // The window learns of it with the next picture; nobody is quicker than that.
  await text.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
  const before = await placeOf(page, 'Paragraph 20')
  // Leaving writes the place at once.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: /keeper of Skarv Point/ })).toBeVisible()
  await page.reload()
  await openArticle(page)
  await expect.poll(async () => Math.abs((await placeOf(page, 'Paragraph 20')).y - before.y)).toBeLessThan(60)
})

test('a click opens a highlight; deleting it asks nothing and is undone', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('forty years')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('5')
  const sentence = 'Nobody on the shore has asked for it in forty years.'
  await expect.poll(() => painted(page, 'violet')).toEqual([sentence])
  await page.keyboard.press('Escape')
  const { x, y } = await placeOf(page, 'asked for it')
  await page.mouse.click(x, y)
  const tools = page.getByRole('toolbar', { name: 'Highlight' })
  await expect(tools).toBeVisible()
  await tools.getByRole('button', { name: 'Yellow (1)' }).click()
  await expect.poll(() => painted(page, 'yellow')).toEqual([sentence])
  await tools.getByRole('button', { name: 'Delete the highlight' }).click()
  await expect.poll(() => painted(page, 'yellow')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(() => painted(page, 'yellow')).toEqual([sentence])
})

test('a link of the text is asked about and never followed in the window', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  const address = page.url()
  await page.getByRole('region', { name: 'Text' }).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight))
  const { x, y } = await placeOf(page, 'A link')
  await page.mouse.click(x, y)
  const dialog = page.getByRole('dialog', { name: 'Open outside.example?' })
  await expect(dialog).toContainText('https://outside.example/page')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  expect(page.url()).toBe(address)
})

test('a caret marks any passage without a mouse', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let word = 0; word < 7; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('3')
  await expect.poll(async () => (await painted(page, 'blue'))[0] ?? '').toMatch(/^The lamp is lit at dusk/)
})

test('a pen marks what a caret has just selected, however fast the keys come', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  // In one go: the browser's own word on the selection comes only after all of them.
  await page.locator('iframe.article-frame').evaluate((frame) => {
    const press = (init: KeyboardEventInit) =>
      frame.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    for (let word = 0; word < 7; word++) press({ key: 'ArrowRight', ctrlKey: true, shiftKey: true })
    press({ key: '3' })
  })
  await expect.poll(async () => (await painted(page, 'blue'))[0] ?? '').toMatch(/^The lamp is lit at dusk/)
})

test('words are marked by dragging over them, across paragraphs and out of the text', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  await drag(page, await placeOf(page, 'for'), await placeOf(page, 'Paragraph 1 tells'))
  const tools = page.getByRole('toolbar', { name: 'Selected text' })
  await expect(tools).toBeVisible()
  await tools.getByRole('button', { name: 'Blue (3)' }).click()
  await expect(tools).toBeHidden()
  await expect.poll(async () => (await painted(page, 'blue'))[0] ?? '').toMatch(/r? it in forty years\.\s+Parag/)
  const { x, y } = await placeOf(page, 'at dusk')
  await drag(page, { x, y }, { x: 1270, y: y + 60 })
  await expect(tools).toBeVisible()
})

test('a word that a finger held long has selected gets its tools', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  await page.locator('iframe.article-frame').evaluate((frame: HTMLIFrameElement) => {
    const { document } = frame.contentWindow!
    document.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }))
    document.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch', bubbles: true }))
    document.getSelection()!.selectAllChildren(document.querySelector('p')!)
  })
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
})

test('a text that is in sight as a whole is not read at a glance', async ({ openWindow, program }) => {
  await program.run('import', program.file('short.md', '# A short one\n\nIt is over soon.\n'))
  const { page } = await openWindow()
  await page.getByRole('option', { name: /A short one/ }).click()
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await expect(page.getByText('0% read')).toBeVisible()
  await expect(page.getByText('100% read')).toBeVisible()
})

test('a note on the article begins without words and is kept only with some', async ({ openWindow }) => {
  const { page } = await openWindow()
  await openArticle(page)
  const begin = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Note on the article' }).click()
  }
  await begin()
  const field = page.getByRole('textbox', { name: 'Note' })
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Note on the article' })).toHaveCount(0)
  await begin()
  await field.fill('For the course.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.note').getByText('For the course.', { exact: true })).toBeVisible()
})
