declare global {
  interface Window {
    markedAfter?: Promise<number>
  }
}

/**
 * Runs in the window with an article open: selects a passage without a highlight in the middle of the text, and waits for
 * one highlight more than there are. Closes over nothing.
 */
export function watchMarking(): void {
  const frame = document.querySelector<HTMLIFrameElement>('.reader iframe.article-frame.is-ready')
  const inside = frame?.contentWindow as (Window & typeof globalThis) | null | undefined
  const texts = inside?.document.querySelectorAll('article p') ?? []
  const text = texts[Math.floor(texts.length / 2)]?.firstChild
  if (inside === null || inside === undefined || text === null || text === undefined) throw new Error('no text is open')
  const count = (): number =>
    [...inside.CSS.highlights]
      .filter(([name]) => name.startsWith('pen-') && name.endsWith('-rest'))
      .reduce((sum, [, ranges]) => sum + ranges.size, 0)
  const before = count()
  text.parentElement?.scrollIntoView({ block: 'center' })
  inside.getSelection()?.setBaseAndExtent(text, 2, text, 12)
  let pressed = 0
  const press = (): void => {
    pressed = performance.now()
  }
  window.addEventListener('keydown', press, { capture: true, once: true })
  inside.addEventListener('keydown', press, { capture: true, once: true })
  window.markedAfter = new Promise((resolve) => {
    const look = (): void => {
      if (count() <= before) requestAnimationFrame(look)
      else requestAnimationFrame(() => resolve(performance.now() - pressed))
    }
    requestAnimationFrame(look)
  })
}

/** Runs in the window: milliseconds from the key to the frame in which the new highlight was painted. */
export function markedAfter(): Promise<number> {
  return window.markedAfter!
}
