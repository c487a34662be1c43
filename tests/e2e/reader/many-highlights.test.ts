import type { Page } from '@playwright/test'
import { addMarkedArticle, type MarkedArticle } from '../../../bench/reader/marked-article.ts'
import { openingOf, watchOpening } from '../../../bench/reader/watch-opening.ts'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from '../support/offprint-test.ts'

for (const { words, highlights } of [
  { words: 10_000, highlights: 500 },
  { words: 20_000, highlights: 1_000 },
]) {
  test(`In the window ${highlights} highlights on ${words} words are painted, and a click finds the right one`, async ({
    program,
    openWindow,
  }) => {
    mkdirSync(dirname(program.archive), { recursive: true })
    const article = await addMarkedArticle(program.archive, { words, highlights })
    expect(article.places).toHaveLength(highlights)
    const { page } = await openWindow()
    await page.getByRole('option', { name: article.title }).click()
    await page.evaluate(watchOpening, highlights)
    await page.keyboard.press('Enter')
    const { whole, painting } = await page.evaluate(openingOf)
    // Told, not judged: tests run beside others. The budget is the frame's test's, and the bench's.
    console.log(
      `  ${highlights} on ${words}: ${painting.toFixed(0)} ms from text to paint, ${whole.toFixed(0)} ms in all`,
    )
    for (const index of [0, Math.floor(highlights / 2) + 1, highlights - 1]) await clickFinds(page, article, index)
  })
}

/** Scrolls to a highlight, clicks into it, and looks which one is opened. */
async function clickFinds(page: Page, { places }: MarkedArticle, index: number): Promise<void> {
  const place = places[index]
  if (place === undefined) throw new Error(`no highlight ${index}`)
  const target = await page.evaluate(scrollToPlace, place)
  await page.mouse.click(target.x, target.y)
  await expect(page.getByRole('toolbar', { name: 'Highlight' })).toBeVisible()
  await expect.poll(() => page.evaluate(openedText)).toEqual([target.text])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Highlight' })).toBeHidden()
}

/** Runs in the window: brings a passage to its middle; answers where it is and its words. */
function scrollToPlace({ start, end }: { readonly start: number; readonly end: number }) {
  const frame = document.querySelector<HTMLIFrameElement>('.reader iframe.article-frame')!
  const inside = frame.contentDocument!
  const texts = inside.createTreeWalker(inside.querySelector('article')!, NodeFilter.SHOW_TEXT)
  const range = inside.createRange()
  let before = 0
  while (texts.nextNode() !== null) {
    const node = texts.currentNode as Text
    const last = before + node.data.length
    if (start >= before && start < last) range.setStart(node, start - before)
    if (end > before && end <= last) {
      range.setEnd(node, end - before)
      break
    }
    before = last
  }
  const pane = document.querySelector<HTMLElement>('[role=region][aria-label=Text]')!
  const boxIn = (): DOMRect => range.getClientRects()[0]!
  const top = (): number => frame.getBoundingClientRect().top + boxIn().top
  pane.scrollTop += top() - pane.getBoundingClientRect().top - pane.clientHeight / 2
  const box = boxIn()
  return {
    x: frame.getBoundingClientRect().left + box.left + Math.min(12, box.width / 2),
    y: top() + box.height / 2,
    text: range.toString(),
  }
}

/** Runs in the window: the words of the highlight that is opened. */
function openedText(): readonly string[] {
  const frame = document.querySelector<HTMLIFrameElement>('.reader iframe.article-frame')!
  const inside = frame.contentWindow as Window & typeof globalThis
  return [...inside.CSS.highlights]
    .filter(([name]) => name.startsWith('pen-') && name.endsWith('-active'))
    .flatMap(([, ranges]) => [...ranges].map((range) => (range as Range).toString()))
}
