import type { SourceLook } from '../format.ts'

/** What the beginning of a JSON document tells: whether it is a list or an object, and the names of members seen. */
export interface JsonLook {
  readonly root: 'list' | 'object'
  /** Names anywhere in what is seen, of inner objects too. */
  readonly names: ReadonlySet<string>
}

const looks = new WeakMap<Uint8Array, JsonLook | null>()

/** Looks at the first bytes of a source; null when they are no JSON of objects. Every format asks, so it is remembered. */
export function lookAtJson({ head }: SourceLook): JsonLook | null {
  const known = looks.get(head)
  if (known !== undefined) return known
  const look = lookAt(Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1'))
  looks.set(head, look)
  return look
}

function lookAt(text: string): JsonLook | null {
  const start = /^(?:\xef\xbb\xbf)?\s*([[{])\s*(?:["{\]}])/.exec(text)?.[1]
  if (start === undefined) return null
  const names = new Set([...text.matchAll(/"([^"\\\n]{1,40})"\s*:/g)].map(([, name = '']) => name))
  return { root: start === '[' ? 'list' : 'object', names }
}
