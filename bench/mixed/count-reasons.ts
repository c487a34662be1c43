import { extname } from 'node:path'
import type { ImportItemReport } from '../../src/shared/model/import.ts'

/** Failures by their code and the kind of file they came from, such as `import/empty .mhtml`, most first. */
export function countReasons(items: readonly ImportItemReport[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { source, reason } of items) {
    if (reason === null) continue
    // Behind the `#` stands an item's place in its file.
    const key = `${reason.code} ${extname(source.replace(/#.*$/s, '')) || '(no ending)'}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].toSorted(([, one], [, other]) => other - one))
}
