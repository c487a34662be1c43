/** Values inside one another that a request may have; the deepest of the contracts has five, a setting a few. */
const MOST_LEVELS = 64

/** How a refusal of deeper input says it. */
export const TOO_DEEP = `input: expected at most ${String(MOST_LEVELS)} levels`

/**
 * Whether a request's input is nested no deeper than any request is. Asked before guards and threads see it: both walk
 * into values by recursion, and a megabyte of brackets would be the end of the process. No recursion here.
 */
export function isShallow(input: unknown): boolean {
  let level: readonly unknown[] = [input]
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    const inside = level.filter(isRecord)
    if (inside.length === 0) return true
    level = inside.flatMap((value) => Object.values(value))
  }
  return false
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
