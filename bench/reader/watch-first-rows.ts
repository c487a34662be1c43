declare global {
  interface Window {
    firstRowsAt?: Promise<number>
  }
}

/**
 * Runs in the window before anything of it: waits for the frame in which the row of this title is on the screen. Asking
 * from outside would look only every half second. Closes over nothing.
 */
export function watchFirstRows(title: string): void {
  window.firstRowsAt = new Promise((resolve) => {
    const look = (): void => {
      const rows = [...document.querySelectorAll('[role=option]')]
      if (!rows.some((row) => row.textContent.includes(title))) requestAnimationFrame(look)
      // The frame after this one begins when this one was painted.
      else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
    }
    requestAnimationFrame(look)
  })
}

/** Runs in the window: when that was, in milliseconds since 1970. */
export function firstRowsAt(): Promise<number> {
  return window.firstRowsAt!
}
