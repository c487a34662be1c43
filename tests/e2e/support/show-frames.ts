import type { Page } from '@playwright/test'

/** How frames are shown. */
export interface FrameOptions {
  /** Null = no sandbox at all. */
  readonly sandbox: string | null
  /** How many at once. */
  readonly batch?: number
  /** How long a batch stays after all have loaded, in milliseconds: refreshes and timers get their chance. */
  readonly stay?: number
}

/** Longest wait for frames that never load, in milliseconds. */
const PATIENCE = 20_000

/** Shows addresses in frames of a page, a batch after another; answers how many told that they had loaded. */
export async function showFrames(page: Page, urls: readonly string[], options: FrameOptions): Promise<number> {
  const { sandbox, batch = 100, stay = 150 } = options
  let loaded = 0
  for (let first = 0; first < urls.length; first += batch) {
    loaded += await page.evaluate(showBatch, {
      urls: urls.slice(first, first + batch),
      sandbox,
      stay,
      patience: PATIENCE,
    })
  }
  return loaded
}

async function showBatch(input: {
  readonly urls: readonly string[]
  readonly sandbox: string | null
  readonly stay: number
  readonly patience: number
}): Promise<number> {
  let loaded = 0
  const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
  const frames = input.urls.map((url) => {
    const frame = document.createElement('iframe')
    if (input.sandbox !== null) frame.setAttribute('sandbox', input.sandbox)
    frame.width = '400'
    frame.height = '300'
    const done = new Promise<void>((resolve) => {
      frame.addEventListener(
        'load',
        () => {
          loaded++
          resolve()
        },
        { once: true },
      )
    })
    frame.src = url
    document.body.append(frame)
    return { frame, done }
  })
  await Promise.race([Promise.all(frames.map(({ done }) => done)), after(input.patience)])
  await after(input.stay)
  for (const { frame } of frames) frame.remove()
  return loaded
}
