import type { Page } from '@playwright/test'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'
import { drag, painted, placeOf } from './support/reader-frame.ts'

const FORMS = `# A guide to the harbour

The quay is three hundred metres long and was built by masons from the valley.

Boats moor on the northern side, where the water is deepest at any tide.

- Bring a lamp for the stairs.
- Bring rope for the mooring ring.

| Berth | Depth |
| --- | --- |
| North | Eleven metres |
| South | Four metres |
`
const ARABIC = `# حارس المنارة

يضيء الحارس المصباح عند الغروب كل مساء ولا يسأل أحد عنه.

النور وعد يحفظه إنسان ما على الشاطئ البعيد.
`
const JAPANESE = `# 灯台守の話

灯台守は毎日夕暮れに灯をともす。

光は誰かが守る約束である。
`
const FERRY = [
  'The evening ferry to Skarv was cancelled on Friday after a crew member fell ill, the company said.',
  'About forty passengers waited on the quay until ten, when a fishing boat took them across.',
  'A replacement crew is expected to arrive on Saturday morning, a spokesman told reporters.',
]
const CORRECTED = [
  'The evening ferry to Skarv was cancelled on Friday after two crew members fell ill, the company said.',
  'The harbour office has asked for a second boat to be kept ready through the winter months.',
  'About forty passengers waited on the quay until ten, when a fishing boat took them across.',
]
const NEWEST = { sort: 'added', direction: 'down', limit: 9, offset: 0 } as const
const CLAIM = 'a spokesman told reporters'

const story = (paragraphs: readonly string[]) =>
  JSON.stringify({
    id: 'ferry',
    service: 'courier',
    html: `<title>Ferry cancelled</title><article><h1>Ferry cancelled</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`,
  })

async function openArticle(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.getByRole('option', { name }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toHaveCount(1)
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
}

/** Selects from the middle of some words to the middle of others with the mouse, and draws with a pen by its key. */
async function mark(page: Page, [from, to]: readonly [string, string], pen: string): Promise<void> {
  await drag(page, await placeOf(page, from), await placeOf(page, to))
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
  await page.keyboard.press(pen)
}

test('Passages of every form are marked, notes linked, an orphan placed again and two versions compared', async ({
  openWindow,
  program,
}) => {
  test.setTimeout(180_000)
  for (const [name, text] of [
    ['forms.md', FORMS],
    ['arabic.md', ARABIC],
    ['japanese.md', JAPANESE],
    ['ferry.jsonl', story(FERRY)],
  ] as const) {
    await program.run('import', program.file(name, text))
  }
  const { page, client } = await openWindow()

  await test.step('across paragraphs, items of a list and cells of a table', async () => {
    await openArticle(page, /guide to the harbour/)
    await mark(page, ['metres long', 'northern side'], '1')
    await expect.poll(async () => (await painted(page, 'yellow'))[0] ?? '').toMatch(/valley\.\s+Boats moor/)
    await mark(page, ['lamp', 'mooring'], '2')
    await expect.poll(async () => (await painted(page, 'green'))[0] ?? '').toMatch(/stairs\.\s+Bring rope/)
    await mark(page, ['North', 'Four'], '3')
    await expect.poll(async () => (await painted(page, 'blue'))[0] ?? '').toMatch(/Eleven metres\s+South/)
  })

  await test.step('a note is written, links by keyboard alone, and says where it leads', async () => {
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('n')
    const field = page.getByRole('textbox', { name: 'Note' })
    await field.pressSequentially('Compare **this** with [[ferr')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expect(page.getByRole('option').first()).toContainText('Ferry cancelled')
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue(
      /Compare \*\*this\*\* with \[Ferry cancelled\]\(offprint:\/\/article\/[0-9a-f-]+\)$/,
    )
    await page.keyboard.press('Control+Enter')
    const note = page.locator('.note', { hasText: 'Compare' })
    await expect(note.locator('strong')).toHaveText('this')
    await expect(note.getByRole('link', { name: 'Ferry cancelled' })).toBeVisible()
  })

  await test.step('the link leads there, and from there a back-link leads back', async () => {
    await page.locator('.note').getByRole('link', { name: 'Ferry cancelled' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ferry cancelled' })).toHaveCount(1)
    const linked = page.getByRole('region', { name: 'Linked from 1 note' })
    await expect(linked).toContainText('Compare this with Ferry cancelled')
    await linked.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: /guide to the harbour/ })).toHaveCount(1)
    await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  })

  await test.step('a highlight is changed, deleted and brought back', async () => {
    await expect.poll(() => painted(page, 'green')).toHaveLength(1)
    const { x, y } = await placeOf(page, 'stairs')
    await page.mouse.click(x, y)
    const tools = page.getByRole('toolbar', { name: 'Highlight' })
    await expect(tools).toBeVisible()
    await tools.getByRole('button', { name: 'Red (4)' }).click()
    const pens = async () => {
      const [row] = valueOf(await client.request('article.list', { ...NEWEST, query: 'title:harbour' })).rows
      const article = valueOf(await client.request('article.get', { uid: row!.uid, version: null }))
      return article.annotations.map(({ color }) => color)
    }
    await expect.poll(pens).toEqual(['yellow', 'red', 'blue'])
    await tools.getByRole('button', { name: 'Delete the highlight' }).click()
    await expect.poll(pens).toEqual(['yellow', 'blue'])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await pens()).toSorted()).toEqual(['blue', 'red', 'yellow'])
  })

  await test.step('from right to left, and in Japanese', async () => {
    await openArticle(page, /حارس المنارة/)
    await mark(page, ['المصباح', 'يحفظه'], '4')
    await expect.poll(async () => (await painted(page, 'rose'))[0] ?? '').toMatch(/أحد عنه\.\s+النور وعد/)
    await openArticle(page, /灯台守の話/)
    await mark(page, ['毎日', '誰か'], '5')
    await expect.poll(async () => (await painted(page, 'violet'))[0] ?? '').toMatch(/灯をともす。\s+光は/)
  })

  await test.step('a passage that a new version lacks is an orphan, and is put on other words', async () => {
    await openArticle(page, /Ferry cancelled/)
    await mark(page, ['a spokesman', 'told reporters'], '1')
    await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
    await program.run('import', program.file('corrected.jsonl', story(CORRECTED)))
    const tray = page.getByRole('region', { name: '1 passage not found' })
    await expect(tray).toBeVisible()
    await expect(tray).toContainText('told re')
    await drag(page, await placeOf(page, 'harbour office'), await placeOf(page, 'asked for'))
    await tray.getByRole('button', { name: 'Put it on the selected words' }).click()
    await expect(tray).toBeHidden()
    await expect.poll(async () => (await painted(page, 'yellow'))[0] ?? '').toMatch(/office has/)
  })

  await test.step('both versions are compared, word by word, with what moved told as moved', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('versions')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /Versions/ })
    await expect(dialog.locator('del', { hasText: 'member' })).toBeVisible()
    await expect(dialog.locator('ins', { hasText: 'members' })).toBeVisible()
    await expect(dialog).toContainText(CLAIM)
    await page.keyboard.press('Escape')
  })

  const found = valueOf(await client.request('article.list', { ...NEWEST, query: 'has:highlight' }))
  expect(found.total).toBe(4)
})
