import type { Page } from '@playwright/test'

/** How long parts of the list stood empty, seen frame by frame. */
export interface BlankReport {
  /** The longest that one row in sight had nothing to show, or a stretch of the list no row, milliseconds. */
  readonly longest: number
  /** Frames that were looked at. */
  readonly frames: number
  /** The longest between two frames, milliseconds: while nothing is drawn, nothing can be seen empty. */
  readonly slowestFrame: number
}

interface Watch {
  stop: () => BlankReport
}

declare global {
  interface Window {
    blankWatch?: Watch
  }
}

/** Watches the list of articles in every frame while something is done to it. */
export async function watchBlankRows(page: Page, act: () => Promise<void>): Promise<BlankReport> {
  await page.evaluate(startWatch)
  await act()
  return page.evaluate(() => window.blankWatch!.stop())
}

/** Runs in the window. */
function startWatch(): void {
  const since = new Map<string, number>()
  const report = { longest: 0, frames: 0, slowestFrame: 0 }
  let isOn = true
  let last = performance.now()

  /** Names what stands empty in sight: rows by their index, a stretch without rows by one name. */
  const empties = (): Set<string> => {
    const scroller = document.querySelector('.list')
    const sizer = scroller?.querySelector('.sizer')
    const empty = new Set<string>()
    if (scroller === null || sizer === null || sizer === undefined) return empty
    const sight = scroller.getBoundingClientRect()
    const inSight = [...scroller.querySelectorAll<HTMLElement>('.item')]
      .map((item) => ({ item, box: item.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > sight.top + 1 && box.top < sight.bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
    for (const { item } of inSight) {
      if (item.querySelector('.skeleton') !== null) empty.add(item.dataset['index'] ?? '')
    }
    // The foot of the list has a margin of its own.
    const end = Math.min(sight.bottom, sizer.getBoundingClientRect().bottom - 16)
    let covered = sight.top
    for (const { box } of inSight) {
      if (box.top > covered + 2) break
      covered = Math.max(covered, box.bottom)
    }
    if (covered < end - 2) empty.add('no row')
    return empty
  }

  const look = (now: number): void => {
    if (!isOn) return
    report.frames++
    report.slowestFrame = Math.max(report.slowestFrame, now - last)
    last = now
    const empty = empties()
    for (const name of empty) if (!since.has(name)) since.set(name, now)
    for (const [name, from] of since) {
      report.longest = Math.max(report.longest, now - from)
      if (!empty.has(name)) since.delete(name)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.blankWatch = {
    stop: () => {
      isOn = false
      return report
    },
  }
}
