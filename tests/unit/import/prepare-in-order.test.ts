import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { appError, Failure } from '../../../src/shared/app-error.ts'
import { prepareInOrder } from '../../../src/main/import/prepare-in-order.ts'
import type { ReadItem } from '../../../src/main/import/read-drafts.ts'
import { err } from '../../../src/shared/result.ts'
import { aDraft } from '../../support/import-builders.ts'

const failure = new Failure(appError('storage/busy', { file: 'a.offprint' }))

async function* oneThenBroken(): AsyncGenerator<ReadItem> {
  yield { ok: true, draft: aDraft('one'), position: null, sourceNumber: 1, share: null }
  await sleep(20)
  throw failure
}

test('a source that breaks while its consumer is busy is told when the consumer comes back', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const prepare = () => Promise.resolve(err(appError('import/empty', { source: 'a.txt' })))
  const arrivals = prepareInOrder({
    items: oneThenBroken(),
    pool: { size: 1, prepare, close: () => Promise.resolve() },
    findEarlier: () => undefined,
    signal: new AbortController().signal,
  })
  expect((await arrivals.next()).value).toMatchObject({ source: 'a.txt' })
  await sleep(100)
  await expect(arrivals.next()).rejects.toBe(failure)
  expect(unhandled).not.toHaveBeenCalled()
})
