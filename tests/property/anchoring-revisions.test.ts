import { expect, test } from 'vitest'
import { run } from '../../bench/anchoring/run.ts'
import { hasSharedData } from '../support/shared-data.ts'

test.skipIf(!hasSharedData)(
  'real revisions and random edits are anchored as well as is promised',
  async () => {
    const { rows } = await run({ size: 200 })
    const share = (what: string): number => rows.find((row) => row.what === what)?.ours ?? Number.NaN
    expect(share('revisions: right')).toBeGreaterThanOrEqual(0.97)
    expect(share('revisions: unchanged: right')).toBeGreaterThanOrEqual(0.999)
    expect(share('revisions: moved: right')).toBeGreaterThanOrEqual(0.99)
    expect(share('revisions: edited: right')).toBeGreaterThanOrEqual(0.95)
    expect(share('revisions: deleted: right')).toBeGreaterThanOrEqual(0.93)
    expect(share('random edits: right')).toBeGreaterThanOrEqual(0.97)
  },
  60_000,
)
