import type { Page } from '@playwright/test'

/** Moves that a drag is made of. */
const STEPS = 5

/** A point of the window, CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The text that is painted with a pen in the reader's frame. */
export async function painted(page: Page, pen: string): Promise<readonly string[]> {
  return page.evaluate((name) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const window = frame?.contentWindow as (Window & typeof globalThis) | null | undefined
    return [...(window?.CSS.highlights.get(`pen-${name}-rest`) ?? [])].map((range) => (range as Range).toString())
  }, pen)
}

/** Where words stand in the window, CSS pixels. */
export async function placeOf(page: Page, words: string): Promise<Place> {
  const place = await page.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const article = frame?.contentDocument?.querySelector('article')
    if (frame === null || article === null || article === undefined) return null
    const texts = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() !== null) {
      const node = texts.currentNode as Text
      const at = node.data.indexOf(wanted)
      if (at < 0) continue
      const range = node.ownerDocument.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const [box] = range.getClientRects()
      const outer = frame.getBoundingClientRect()
      if (box !== undefined)
        return { x: outer.left + box.left + box.width / 2, y: outer.top + box.top + box.height / 2 }
    }
    return null
  }, words)
  if (place === null) throw new Error(`"${words}" does not stand in the text`)
  return place
}

/**
 * Drags from one point to another with the button held. Not `page.mouse`: Playwright runs a script in every frame to see
 * whether a drag begins, and in the reader's frame, where none runs, it waits for ever.
 */
export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Place, buttons: number) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 })
  await send('mousePressed', from, 1)
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS
    await send('mouseMoved', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 1)
  }
  await send('mouseReleased', to, 0)
  await session.detach()
}
