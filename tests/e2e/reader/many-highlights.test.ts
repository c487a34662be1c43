import type { Page } from '@playwright/test'
import { addMarkedArticle, type MarkedArticle } from '../../../bench/reader/marked-article.ts'
import { openingOf, watchOpening } from '../../../bench/reader/watch-opening.ts'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from '../support/offprint-test.ts'

for (const { words, highlights, noteEvery } of [
  { words: 10_000, highlights: 500, noteEvery: 10 },
  { words: 20_000, highlights: 1_000, noteEvery: 1 },
]) {
  test(`In the window ${highlights} highlights on ${words} words are painted, and a click finds the right one`, async ({
    program,
    openWindow,
  }) => {
    mkdirSync(dirname(program.archive), { recursive: true })
    const article = await addMarkedArticle(program.archive, { words, highlights, noteEvery })
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
    await page.evaluate(makeCardsHigher)
    const { frames, overlaps, most, last } = await page.evaluate(scrollThrough)
    const at = (share: number): string => (frames[Math.floor((frames.length - 1) * share)] ?? 0).toFixed(0)
    console.log(`  scrolled past the notes: a frame took ${at(0.5)} ms, 95% ${at(0.95)} ms, the longest ${at(1)} ms`)
    expect(overlaps, 'notes that lie over one another').toEqual([])
    // Only what is near is drawn, and the last one can be reached.
    expect(most).toBeLessThan(100)
    expect(last).toBe(`Note ${highlights - noteEvery}`)
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

/** Runs in the window: cards are higher than anybody could guess, by more than the gap between them. */
function makeCardsHigher(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('aside .note { padding-block-end: 20px }')
  document.adoptedStyleSheets.push(sheet)
}

/**
 * Runs in the window: scrolls from the first note to the last. Answers how long each frame took, ascending, which notes lay
 * over one another, how many were drawn at most, and the words of the last one in sight.
 */
async function scrollThrough() {
  const pane = document.querySelector<HTMLElement>('[role=region][aria-label=Text]')!
  const cards = () => [...document.querySelectorAll<HTMLElement>('aside ol > li')]
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const overlaps = new Set<string>()
  const frames: number[] = []
  let most = 0
  pane.scrollTop = 0
  let before = await frame()
  for (let still = 0; still < 3;) {
    const top = pane.scrollTop
    pane.scrollBy({ top: pane.clientHeight / 3, behavior: 'instant' })
    const now = await frame()
    frames.push(now - before)
    const drawn = cards().map((card) => ({ words: card.textContent, box: card.getBoundingClientRect() }))
    most = Math.max(most, drawn.length)
    // Beyond what is in sight notes stand where they are guessed to until they have been measured.
    const boxes = drawn.filter(({ box }) => box.bottom > 0 && box.top < innerHeight)
    boxes.forEach(({ words, box }, index) => {
      const next = boxes[index + 1]
      if (next !== undefined && next.box.top < box.bottom - 0.5) overlaps.add(`${words} / ${next.words}`)
    })
    before = await frame()
    still = pane.scrollTop === top ? still + 1 : 0
  }
  const last = /Note \d+/.exec(cards().at(-1)?.querySelector('.words')?.textContent ?? '')?.[0]
  return { frames: frames.toSorted((a, b) => a - b), overlaps: [...overlaps], most, last }
}

/** Runs in the window: the words of the highlight that is opened. */
function openedText(): readonly string[] {
  const frame = document.querySelector<HTMLIFrameElement>('.reader iframe.article-frame')!
  const inside = frame.contentWindow as Window & typeof globalThis
  return [...inside.CSS.highlights]
    .filter(([name]) => name.startsWith('pen-') && name.endsWith('-active'))
    .flatMap(([, ranges]) => [...ranges].map((range) => (range as Range).toString()))
}
