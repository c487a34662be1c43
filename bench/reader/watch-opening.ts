/** How long an article took to open, milliseconds. */
export interface OpeningTimes {
  /** From the key to the frame in which all highlights are on the screen. */
  readonly whole: number
  /** From the text being in the document to that frame. */
  readonly painting: number
}

declare global {
  interface Window {
    openingTimes?: Promise<OpeningTimes>
  }
}

/** Runs in the window before Enter is pressed: waits for an article with so many highlights. Closes over nothing. */
export function watchOpening(highlights: number): void {
  let pressed = 0
  window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true })
  const painted = (): { readonly count: number; readonly text: number } => {
    const frame = document.querySelector<HTMLIFrameElement>('.reader iframe.article-frame.is-ready')
    const inside = frame?.contentWindow as (Window & typeof globalThis) | null | undefined
    if (inside === null || inside === undefined) return { count: 0, text: 0 }
    const pens = [...inside.CSS.highlights].filter(([name]) => name.startsWith('pen-') && name.endsWith('-rest'))
    const [navigation] = inside.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return {
      count: pens.reduce((sum, [, ranges]) => sum + ranges.size, 0),
      text: inside.performance.timeOrigin - performance.timeOrigin + (navigation?.domInteractive ?? 0),
    }
  }
  window.openingTimes = new Promise((resolve) => {
    const look = (): void => {
      const { count, text } = painted()
      if (count < highlights) requestAnimationFrame(look)
      else {
        // The frame after this one begins when this one was painted.
        requestAnimationFrame(() => {
          const now = performance.now()
          resolve({ whole: now - pressed, painting: now - text })
        })
      }
    }
    requestAnimationFrame(look)
  })
}

/** Runs in the window: what was seen. */
export function openingOf(): Promise<OpeningTimes> {
  return window.openingTimes!
}
