import { app } from 'electron'

/** Lets the application end only when the archive is closed: its changes stand in the file, not beside it. */
export function closeInOrder(close: () => Promise<void>): void {
  let begun = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (begun) return
    begun = true
    // What fails to close is as safe as after a power cut; the program still has to end.
    void close()
      .catch(() => undefined)
      .then(() => {
        app.exit()
      })
  })
}
