/**
 * A reading that is asked for while it runs is done once more after it, however often it was asked for: one ends before
 * the next begins. The promise resolves when nothing is left to read.
 */
export function oneAfterAnother(read: () => Promise<void>): () => Promise<void> {
  let isOld = false
  let reading: Promise<void> | null = null

  async function readWhileOld(): Promise<void> {
    while (isOld) {
      isOld = false
      await read()
    }
  }

  return () => {
    isOld = true
    reading ??= readWhileOld().finally(() => (reading = null))
    return reading
  }
}
