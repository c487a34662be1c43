import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashOfLogRow, NO_PREVIOUS } from '../../../../src/main/storage/log/log-row.ts'
import { canonicalJson, hashOfJson } from '../../../../src/main/storage/canonical-json.ts'

const row = {
  seq: 1,
  at: '2026-11-23T01:02:03.456Z',
  action: 'backup',
  subject: 'é "quoted"',
  record_table: null,
  record_id: null,
  details: '{"bytes":1}',
  record_sha256: new Uint8Array(32).fill(0xab),
  previous: NO_PREVIOUS,
}

describe("a log row's hash", () => {
  it('is that of the documented bytes, which anyone can write', () => {
    const bytes =
      '[1,"2026-11-23T01:02:03.456Z","backup","é \\"quoted\\"",null,null,"{\\"bytes\\":1}",' +
      `"${'ab'.repeat(32)}","${'00'.repeat(32)}"]`
    expect(hashOfLogRow(row).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('has not changed since the first archive was written', () => {
    expect(hashOfLogRow(row).toString('hex')).toBe('99edc3e2e7cab28be32088a79f450f138dc9e2a6ff166bc006881e872375e510')
  })

  it.each([
    { seq: 2 },
    { at: 'x' },
    { action: 'x' },
    { subject: 'x' },
    { record_table: 'change' as const },
    { record_id: 1 },
    { details: null },
    { record_sha256: new Uint8Array(32) },
    { previous: new Uint8Array(32).fill(1) },
  ])('depends on every other column: %o', (change) => {
    expect(hashOfLogRow({ ...row, ...change })).not.toEqual(hashOfLogRow(row))
  })
})

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does (RFC 8785, 3.2.3)', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\ufb33': 5, ö: 6 })).toBe(
      '{"\\r":2,"1":3,"ö":6,"€":1,"😀":4,"\ufb33":5}',
    )
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]')
  })

  it('writes half of a surrogate pair as the replacement character, and nothing else', () => {
    expect(canonicalJson(['a\ud83d', '\\ud83d', '😀'])).toBe('["a\ufffd","\\\\ud83d","😀"]')
  })

  it('does not depend on the order of keys', () => {
    expect(hashOfJson({ a: 1, b: [null] })).toEqual(hashOfJson({ b: [null], a: 1 }))
  })
})
