import type { Json } from '../../../shared/json.ts'

/** A YAML value as JSON; what JSON cannot hold (dates, binary, NaN) becomes its text. Nesting ends at 20 levels. */
export function toJson(value: unknown, depth = 0): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (depth > 20 || typeof value !== 'object') return typeof value === 'bigint' ? value.toString() : '…'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth + 1)]))
}

/** The text of a scalar (the first of a list), or null. */
export function stringOf(value: Json | undefined): string | null {
  return stringsOf(value)[0] ?? null
}

/** The texts of a scalar or list of scalars; `{name: …}` counts as its name. */
export function stringsOf(value: Json | undefined): readonly string[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  // `- [[Name]]` without quotation marks is a list in a list to YAML.
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => stringsOf(item))
  return 'name' in value ? stringsOf((value as { readonly name: Json }).name) : []
}
