import { expect, test } from 'vitest'
import { run } from '../../bench/anchoring/run.ts'
import { hasSharedData } from '../support/shared-data.ts'

test.skipIf(!hasSharedData)('on real revisions deleted passages become orphans and placed ones are right', async () => {
  const { rows } = await run()
  const share = (what: string): number => rows.find((row) => row.what === what)?.ours ?? Number.NaN
  expect(share('deleted: right')).toBeGreaterThanOrEqual(0.99)
  expect(share('moved: right')).toBeGreaterThanOrEqual(0.99)
  expect(share('unchanged: right')).toBeGreaterThanOrEqual(0.995)
  expect(share('placed: right')).toBeGreaterThanOrEqual(0.995)
})
