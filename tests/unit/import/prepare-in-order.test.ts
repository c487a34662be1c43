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

const MEBIBYTE = 1024 * 1024

async function* endlessly(): AsyncGenerator<ReadItem> {
  const { content } = aDraft('x'.repeat(MEBIBYTE))
  for (;;) {
    const draft = { ...aDraft('one'), content, original: null }
    yield await Promise.resolve({ ok: true, draft, position: null, sourceNumber: 1, share: null } as const)
  }
}

test.each([
  [1, 12],
  [2, 16],
])('with %i threads no more than %i MiB are read ahead of an item that takes its time', async (size, mebibytes) => {
  const prepare = vi.fn(() => new Promise<never>(() => undefined))
  const stop = new AbortController()
  const arrivals = prepareInOrder({
    items: endlessly(),
    pool: { size, prepare, close: () => Promise.resolve() },
    findEarlier: () => undefined,
    signal: stop.signal,
  })
  const next = arrivals.next()
  await vi.waitFor(() => expect(prepare.mock.calls.length).toBeGreaterThanOrEqual(mebibytes))
  await sleep(20)
  expect(prepare).toHaveBeenCalledTimes(mebibytes)
  stop.abort()
  await next
})
