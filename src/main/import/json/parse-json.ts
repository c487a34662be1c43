import { appError, type AppError } from '../../../shared/app-error.ts'
import type { Json } from '../../../shared/json.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** Names that reach an object's prototype in careless code further on; no honest export has them. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Levels of lists and objects; what is deeper overflows the stack of whoever copies or prints it. */
const MAX_DEPTH = 64

/** Parses JSON in UTF-8. Errors: `import/malformed` (no JSON, names of the prototype), `import/too-deep`. */
export function parseJson(bytes: Uint8Array): Result<Json> {
  let value: Json
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return err(appError('import/malformed', { problem: 'not-json', reason: `it is no JSON (${cause})` }))
  }
  const hostile = findHostility(value)
  return hostile === null ? ok(value) : err(hostile)
}

/** What is wrong with a value as a whole, or null. */
export function findHostility(root: Json): AppError | null {
  // A list of values yet to look at instead of recursion: JSON may be nested deeper than the stack.
  const waiting: { readonly value: Json; readonly depth: number }[] = [{ value: root, depth: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > MAX_DEPTH) return appError('import/too-deep', { limit: MAX_DEPTH })
    const key = Array.isArray(value) ? undefined : Object.keys(value).find((name) => PROTOTYPE_KEYS.has(name))
    if (key !== undefined) {
      const reason = `a field has a name that is not allowed (${key})`
      return appError('import/malformed', { problem: 'prototype-key', what: key, reason })
    }
    for (const inner of Object.values(value) as readonly Json[]) {
      if (typeof inner === 'object' && inner !== null) waiting.push({ value: inner, depth: depth + 1 })
    }
  }
  return null
}
