import type { Json, JsonObject } from '../../../shared/json.ts'
import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** Tables inside one another; a settings file has five or six. */
const DEEPEST = 64

/**
 * Reads a Lua file that returns one table of plain values, as programs write their settings (`return { ["a"] = 1 }`): a table
 * becomes an object by its keys as texts, a list by its numbers from 1. Nothing is run; anything but values is
 * `import/malformed`.
 */
export function readLuaTable(text: string): Result<JsonObject> {
  const reader = createReader(text)
  try {
    reader.word(/(?:--[^\n]*\n|\s)*return\s*/y)
    return ok(reader.table(0))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return err(appError('import/malformed', { reason: `it is no table of Lua (at ${String(reader.at())})` }))
  }
}

class Unreadable extends Error {}

const BLANK = /(?:\s|--[^\n]*(?:\n|$))*/y
const NUMBER = /-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy
const NAME = /[A-Za-z_]\w*/y
const QUOTED = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/y

function createReader(text: string) {
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const sign = (wanted: string): boolean => {
    take(BLANK)
    if (!text.startsWith(wanted, at)) return false
    at += wanted.length
    return true
  }
  const must = (isThere: boolean): void => {
    if (!isThere) throw new Unreadable()
  }
  const value = (depth: number): Json => {
    take(BLANK)
    if (text[at] === '{') return table(depth + 1)
    const quoted = take(QUOTED)
    if (quoted !== null) return unquoted(quoted)
    const number = take(NUMBER)
    if (number !== null) return Number(number)
    const name = take(NAME)
    must(name === 'true' || name === 'false' || name === 'nil')
    return name === 'nil' ? null : name === 'true'
  }
  const key = (depth: number): string | null => {
    if (sign('[')) {
      const named = value(depth)
      if (typeof named !== 'string' && typeof named !== 'number') throw new Unreadable()
      must(sign(']') && sign('='))
      return String(named)
    }
    const before = at
    const name = take(NAME)
    if (name !== null && sign('=')) return name
    at = before
    return null
  }
  const table = (depth: number): JsonObject => {
    must(depth <= DEEPEST && sign('{'))
    const entries: [string, Json][] = []
    let next = 1
    while (!sign('}')) {
      const named = key(depth)
      entries.push([named ?? String(next++), value(depth)])
      if (!sign(',') && !sign(';')) {
        must(sign('}'))
        break
      }
    }
    return Object.fromEntries(entries)
  }
  return { table, word: (pattern: RegExp) => must(take(pattern) !== null), at: () => at }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '\n', a: '', b: '', f: '', v: '' }

/** Bytes may stand as decimal numbers: together they are UTF-8. */
function unquoted(quoted: string): string {
  const inner = quoted.slice(1, -1)
  const bytes = inner.replace(/(?:\\\d{1,3})+/g, (run) =>
    Buffer.from(run.slice(1).split('\\').map(Number)).toString('utf8'),
  )
  return bytes.replace(/\\([^])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped)
}
