import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createParsePool, type ParsePool } from '../../../../src/main/import/pool/parse-pool.ts'
import { MOVED_BYTES } from '../../../../src/main/import/pool/parse-job.ts'
import { aDraft } from '../../../support/import-builders.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const entry = join(import.meta.dirname, '../../../support/odd-parse-worker.ts')

function aPool(options: { readonly size?: number; readonly itemSeconds?: number } = {}): ParsePool {
  const pool = createParsePool({ entry, size: 1, itemSeconds: 10, ...options })
  onTestFinished(() => pool.close())
  return pool
}

/** Title of what became of a text, or the code of its failure. */
async function outcome(pool: ParsePool, text: string): Promise<string | null> {
  const result = await pool.prepare(aDraft(text))
  return result.ok ? (result.value.rendition?.content.text.trim() ?? null) : result.error.code
}

describe('a pool of threads', () => {
  test('prepares many drafts at once, each answered for itself, word forms and all', async () => {
    const pool = aPool({ size: 2 })
    const texts = Array.from({ length: 300 }, (_, index) => `The ${String(index)}th harbour`)
    expect(await Promise.all(texts.map((text) => outcome(pool, text)))).toEqual(texts)
    const result = await pool.prepare(aDraft('Ships leave the harbour. Ships come back to the harbour in the evening.'))
    const forms = result.ok ? result.value.analysed?.forms : undefined
    expect(forms?.joined.split('\0')).toContain('harbour')
    expect(forms?.hashes).toHaveLength(2 * (forms?.joined.split('\0').length ?? 0))
  })

  test('replaces a thread that exits: the item in hand fails, those behind it are prepared', async () => {
    const pool = aPool()
    const texts = ['one', 'please exit', 'two', 'please exit', 'three']
    const expected = ['one', 'import/worker-crashed', 'two', 'import/worker-crashed', 'three']
    expect(await Promise.all(texts.map((text) => outcome(pool, text)))).toEqual(expected)
  })

  test('replaces a thread that hangs over an item when its time is up', async () => {
    const pool = aPool({ itemSeconds: 0.5 })
    expect(await outcome(pool, 'warm')).toBe('warm')
    const texts = ['before', 'please hang', 'after']
    expect(await Promise.all(texts.map((text) => outcome(pool, text)))).toEqual(['before', 'import/too-slow', 'after'])
  })

  test('gives time to an item that waits and does not work, as all do on a busy computer', async () => {
    const pool = aPool({ itemSeconds: 0.5 })
    expect(await Promise.all([outcome(pool, 'please wait'), outcome(pool, 'after')])).toEqual(['please wait', 'after'])
  })

  test('replaces a thread whose heap is full', async () => {
    const pool = aPool()
    const texts = ['please eat memory', 'after']
    expect(await Promise.all(texts.map((text) => outcome(pool, text)))).toEqual(['import/worker-crashed', 'after'])
  })

  test('a thread collects its garbage before the heap is large', async () => {
    const result = await aPool().prepare(aDraft('please tell your limits'))
    expect(JSON.stringify(result)).toContain('old 192, young 48')
  })

  test('a bug in a step fails the item, names the cause, and leaves the thread alive', async () => {
    const pool = aPool()
    const result = await pool.prepare(aDraft('please throw'))
    expect(result).toMatchObject({ ok: false, error: { code: 'import/worker-crashed' } })
    expect(JSON.stringify(result)).toContain('as asked')
    expect(await outcome(pool, 'after')).toBe('after')
  })

  test('answers when the thread cannot even start', async () => {
    const pool = createParsePool({ entry: join(import.meta.dirname, 'no-such-worker.ts'), size: 1 })
    onTestFinished(() => pool.close())
    expect(await Promise.all([outcome(pool, 'one'), outcome(pool, 'two')])).toEqual([
      'import/worker-crashed',
      'import/worker-crashed',
    ])
  })

  test('closing answers what is left as cancelled, and what comes later too', async () => {
    const pool = aPool()
    const waiting = [outcome(pool, 'please hang'), outcome(pool, 'behind')]
    await pool.close()
    expect(await Promise.all(waiting)).toEqual(['import/cancelled', 'import/cancelled'])
    expect(await outcome(pool, 'late')).toBe('import/cancelled')
  })

  test('closing lets a thread finish the draft in hand, and begin no other', async () => {
    const pool = aPool()
    const [first, second] = [join(tempDir(), 'first'), join(tempDir(), 'second')]
    const waiting = [first, second].map((file) => outcome(pool, `please write slowly to ${file}`))
    await vi.waitUntil(() => existsSync(`${first}.begun`), { timeout: 30_000, interval: 5 })
    await pool.close()
    expect([existsSync(first), existsSync(`${second}.begun`)]).toEqual([true, false])
    expect(await Promise.all(waiting)).toEqual(['import/cancelled', 'import/cancelled'])
  })

  test('takes a large draft whose bytes stand in a buffer with others, or in the pool of Node', async () => {
    const pool = aPool({ itemSeconds: 60 })
    const both = new TextEncoder().encode('One. Other.')
    const files = [{ address: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(MOVED_BYTES) }]
    for (const bytes of [
      both.subarray(0, 4),
      new Uint8Array(Buffer.from('Two.').buffer, 0, 8),
      Buffer.from('Three.'),
    ]) {
      const content = { kind: 'text', bytes, declaredEncoding: null } as const
      const result = await pool.prepare(aDraft('', { content, original: null, files }))
      expect(result.ok).toBe(true)
    }
    expect(new TextDecoder().decode(both)).toBe('One. Other.')
  })

  test('moves the bytes of a large draft instead of copying them', async () => {
    const pool = aPool({ itemSeconds: 60 })
    const line = 'word '.repeat(20).trim()
    const draft = aDraft(`${line}\n\n`.repeat(Math.ceil(MOVED_BYTES / line.length)))
    const prepared = pool.prepare(draft)
    const small = outcome(pool, 'small')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(draft.original?.bytes.length).toBe(0)
    expect((await prepared).ok).toBe(true)
    expect(await small).toBe('small')
  })
})
