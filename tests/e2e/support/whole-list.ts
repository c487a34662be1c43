import type { Page } from '@playwright/test'

/** Every row of a list, from its first to its last. */
export interface WholeList {
  /** What each row shows as its title, in the list's order; undefined for a row that was never drawn. */
  readonly titles: readonly (string | undefined)[]
  /** Lowest and highest row, CSS pixels. */
  readonly lowest: number
  readonly highest: number
  /** Widest that the list's content was beyond the list itself, CSS pixels. */
  readonly beyond: number
}

/** Scrolls through the library's list, page by page, and reads all rows on the way. */
export function readWholeList(page: Page): Promise<WholeList> {
  return page.evaluate(async () => {
    const list = document.querySelector<HTMLElement>('[role=listbox]')!
    const pane = list.closest<HTMLElement>('.scroll') ?? list
    const titles: (string | undefined)[] = []
    const heights: number[] = []
    let beyond = 0
    const read = (): boolean => {
      let waits = false
      for (const row of list.querySelectorAll<HTMLElement>('[role=option]')) {
        const title = row.querySelector('.title')
        if (title === null) waits = true
        else titles[Number(row.ariaPosInSet) - 1] = title.textContent
        heights.push(row.getBoundingClientRect().height)
      }
      beyond = Math.max(beyond, pane.scrollWidth - pane.clientWidth)
      return waits
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    pane.scrollTop = 0
    for (let still = 0; still < 2;) {
      await frame()
      for (let tries = 0; tries < 200 && read(); tries++) await frame()
      const before = pane.scrollTop
      pane.scrollBy({ top: pane.clientHeight, behavior: 'instant' })
      still = pane.scrollTop === before ? still + 1 : 0
    }
    return { titles, lowest: Math.min(...heights), highest: Math.max(...heights), beyond }
  })
}
