/** Frames that a row far away may take until it is drawn. */
const MOST_FRAMES = 20

/**
 * Puts the focus on what `selector` finds within a list, at once when it is drawn already, so that the next key finds it
 * there, else as soon as it is.
 */
export async function focusWhenDrawn(list: () => HTMLElement | null, selector: string): Promise<void> {
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    const found = list()?.querySelector<HTMLElement>(selector)
    if (found !== null && found !== undefined) {
      found.focus({ preventScroll: true })
      return
    }
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
