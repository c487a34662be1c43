import type { Page } from '@playwright/test'

/** Copying, as `DragOperationsMask` of the DevTools protocol has it. */
const COPY = 1

/** Drops files or folders of the disk into the middle of the window, as a person does with the mouse. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: COPY }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 3, data })
  }
  await session.detach()
}
