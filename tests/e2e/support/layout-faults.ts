import type { Page } from '@playwright/test'

/** What of a window stands out over its edge: the page as a whole, its views and dialogs; empty when all is well. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) {
      faults.push(`the page is ${String(root.scrollWidth)} wide in ${String(root.clientWidth)}`)
    }
    const parts = 'main, nav, aside, header, [role=dialog], [role=menu], [role=listbox], [role=toolbar], .bar, .scroll'
    for (const part of document.querySelectorAll<HTMLElement>(parts)) {
      const { left, right, width } = part.getBoundingClientRect()
      const name = `${part.localName}.${part.className}`
      if (width > 0 && (left < -1 || right > root.clientWidth + 1)) {
        faults.push(`${name} stands from ${String(left)} to ${String(right)} in ${String(root.clientWidth)}`)
      }
      const scrolls = getComputedStyle(part).overflowX
      if (/auto|scroll/.test(scrolls) && part.scrollWidth > part.clientWidth + 1) {
        faults.push(`${name} scrolls sideways: ${String(part.scrollWidth)} in ${String(part.clientWidth)}`)
      }
    }
    return faults
  })
}
