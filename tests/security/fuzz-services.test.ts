import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { importArticle } from '../../src/main/import/import-article.ts'
import type { ImportSource } from '../../src/main/import/format.ts'
import { draftsOnly, readSource } from '../../src/main/import/read-source.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { aZip } from '../support/a-zip.ts'
import { aSource } from '../support/import-builders.ts'
import { SERVICE_SAMPLES } from '../support/service-samples.ts'
import { SERVICE_ZIPS } from '../support/service-zips.ts'

/** Seconds for all formats together; more by `OFFPRINT_FUZZ_SECONDS=600 npx vitest run tests/security/fuzz-services.test.ts`. */
const SECONDS = Number(process.env['OFFPRINT_FUZZ_SECONDS'] ?? 36)

/** Milliseconds that no item may take. */
const MOST = 10_000

const ports = { analyse: createAnalyser() }
const encoder = new TextEncoder()

/** What stands in hostile files: structure where none belongs, names of prototypes, half characters, endless nesting. */
const ODD = ['"', "'", ',', '\n', '\r', '{', '}', '[', ']', ':', '<', '>', '\0', '\\', '\ud800', '\u202e', '"__proto__":{"odd":1},', '"constructor":1,', '['.repeat(20_000), '{"a":'.repeat(20_000), '<a '.repeat(5_000), '"'.repeat(5_001), '> '.repeat(5_000), 'x'.repeat(200_000)] // prettier-ignore

const edit = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(...ODD),
  }),
  fc.record({
    kind: fc.constant('drop' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    times: fc.integer({ min: 2, max: 200 }),
  }),
)
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function edited(bytes: Uint8Array, one: Edit): Uint8Array {
  const at = Math.min(bytes.length, Math.floor(one.at * bytes.length))
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (one.kind) {
    case 'cut':
      return before
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << one.bit) : byte))
    case 'insert':
      return Buffer.concat([before, encoder.encode(one.text), after])
    case 'drop':
      return Buffer.concat([before, after.subarray(one.length)])
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: one.times }, () => after.subarray(0, one.length)), after])
  }
}

/** Values that stand where others are expected. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, true, -1, 1e308, 0.1, '', 'x', [null], [[]], [{}], { name: 1 }, '\ud800'),
  fc.jsonValue({ maxDepth: 2 }),
)

/** A JSON sample with one value, chosen by a number, replaced. */
function withOddValue(sample: string, place: number, value: unknown): string {
  const root = JSON.parse(sample) as unknown
  const places: (() => void)[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push(() => {
        ;(node as Record<string, unknown>)[key] = value
      })
      visit((node as Record<string, unknown>)[key])
    }
  }
  visit(root)
  places[place % Math.max(places.length, 1)]?.()
  return JSON.stringify(root)
}

/** The run in hand: fast-check does not wait for it when the time is over. */
let inHand: Promise<void> = Promise.resolve()

function survives(bytes: Uint8Array, name: string): Promise<void> {
  inHand = readAll(bytes, name)
  return inHand
}

const readItems = (source: ImportSource) =>
  draftsOnly(readSource(source, { format: undefined, depth: 0, others: null, password: null }))

async function readAll(bytes: Uint8Array, name: string): Promise<void> {
  let started = performance.now()
  let drafts = 0
  for await (const item of readItems(aSource(bytes, name, 1 << 16))) {
    expect(performance.now() - started).toBeLessThan(MOST)
    if (!item.ok) expect(item.error.code).toMatch(/^import\//)
    else if (++drafts <= 3) importArticle(structuredClone(item.draft), ports)
    started = performance.now()
  }
  expect(Object.hasOwn(Object.prototype, 'odd')).toBe(false)
}

const names = Object.keys(SERVICE_SAMPLES)
const zips = Object.keys(SERVICE_ZIPS)
// On a busy machine a single run may take a second.
const share = Math.max(1000, (SECONDS * 1000) / (names.length + 2 * zips.length))
const within = (part: number): fc.Parameters<unknown> => ({
  numRuns: 1_000_000,
  plugins: [fc.interruptAfterTimeLimit(share * part)],
})

// Scratch folders of these tests alone.
const scratch = mkdtempSync(join(tmpdir(), 'offprint-fuzz-'))
vi.stubEnv('TMPDIR', scratch)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(scratch, { recursive: true, force: true })
})

describe('broken and hostile exports end no run', () => {
  test.each(names)('%s', async (name) => {
    const samples = SERVICE_SAMPLES[name] ?? []
    const sample = fc.constantFrom(...samples)
    const damaged = fc.asyncProperty(sample, fc.array(edit, { minLength: 1, maxLength: 3 }), async (text, edits) => {
      await survives(edits.reduce(edited, encoder.encode(text)), 'export.json')
    })
    await fc.assert(damaged, within(0.6))
    const documents = samples.filter((text) => /^[[{]/.test(text))
    if (documents.length === 0) return
    const mistyped = fc.asyncProperty(fc.constantFrom(...documents), fc.nat(60), odd, async (text, place, value) => {
      await survives(encoder.encode(withOddValue(text, place, value)), 'export.json')
    })
    await fc.assert(mistyped, within(0.4))
  })

  test.each(zips)('%s, its ZIP damaged', async (name) => {
    const zip = aZip(SERVICE_ZIPS[name] ?? [])
    const damaged = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 2 }), async (edits) => {
      await survives(edits.reduce(edited, zip), 'export.zip')
    })
    await fc.assert(damaged, within(1))
    await inHand
    expect(readdirSync(scratch)).toEqual([])
  })

  test.each(zips)('%s, a file in its ZIP damaged', async (name) => {
    const entries = SERVICE_ZIPS[name] ?? []
    const damaged = fc.asyncProperty(
      fc.nat(entries.length - 1),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      async (which, edits) => {
        const changed = entries.map((entry, index) =>
          index === which ? { ...entry, content: edits.reduce(edited, Buffer.from(entry.content as string)) } : entry,
        )
        await survives(aZip(changed), 'export.zip')
      },
    )
    await fc.assert(damaged, within(1))
  })
})
