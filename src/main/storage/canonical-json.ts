import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { isJsonList, type Json } from '../../shared/json.ts'

/**
 * JSON in the one form that everyone writes alike (RFC 8785): what the log hashes. RFC 8785 knows no lone surrogates,
 * but a quote may have been cut inside a pair: they become U+FFFD, as they do in SQLite's UTF-8.
 */
export function canonicalJson(value: Json): string {
  // `JSON.stringify` escapes lone surrogates, and only them, in this range; a false alarm only costs time.
  const mayBeIllFormed = /\\ud[89a-f]/.test(JSON.stringify(value))
  const text = canonicalize(mayBeIllFormed ? wellFormed(value) : value)
  if (text === undefined) throw new Error('not a JSON value')
  return text
}

/** SHA-256 of the canonical JSON's UTF-8 bytes. */
export function hashOfJson(value: Json): Buffer {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest()
}

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed()
  if (value === null || typeof value !== 'object') return value
  if (isJsonList(value)) return value.map(wellFormed)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]))
}
