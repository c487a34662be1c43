import { describe, expect, it } from 'vitest'
import type { JobRunners } from '../../../src/main/archive/job-runner.ts'
import { createJobs } from '../../../src/main/ipc/jobs.ts'
import { appError } from '../../../src/shared/app-error.ts'
import type { Instant } from '../../../src/shared/model/identity.ts'
import type { Job } from '../../../src/shared/model/job.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { countingUids } from '../../support/still-clock.ts'

const VERIFY = { kind: 'archive.verify', input: {} } as const
const REPORT = { damaged: [], checked: { articles: 0, blobs: 0, renditions: 0, log: 0 }, logHead: null }

function registry(verify: JobRunners['archive.verify']) {
  const seen: Job[] = []
  let milliseconds = 0
  const jobs = createJobs({
    runners: { 'archive.verify': verify } as JobRunners,
    clock: () => new Date((milliseconds += 40)).toISOString() as Instant,
    newUid: countingUids(),
    onChanged: (job) => seen.push(job),
    reportBug: () => 'incident',
    pause: () => Promise.resolve(),
  })
  return { jobs, seen }
}

describe('jobs', () => {
  it('start at once, tell their progress, and keep what they ended with', async () => {
    const { jobs, seen } = registry((_, control) => {
      for (let done = 1; done <= 10; done++) control.onProgress(done, 10)
      return Promise.resolve(ok(REPORT))
    })
    const uid = jobs.start(VERIFY)
    expect(jobs.list()[0]).toMatchObject({ uid, state: { status: 'running' } })
    await jobs.close()
    expect(jobs.list()[0]?.state).toMatchObject({ status: 'done', output: REPORT })
    expect(seen.at(-1)?.state.status).toBe('done')
  })

  it('let at most ten progress events a second through', async () => {
    const { jobs, seen } = registry((_, control) => {
      for (let done = 1; done <= 100; done++) control.onProgress(done, 100)
      return Promise.resolve(ok(REPORT))
    })
    jobs.start(VERIFY)
    await jobs.close()
    // 100 reports, 40 ms apart by the clock, are 4 seconds.
    const running = seen.filter(({ state }) => state.status === 'running').length
    expect(running).toBeGreaterThan(20)
    expect(running).toBeLessThanOrEqual(41)
  })

  it('stop when asked, keeping the outcome', async () => {
    const { jobs } = registry(async (_, { signal, pause }) => {
      while (!signal.aborted) await pause()
      return err(appError('import/cancelled'))
    })
    const uid = jobs.start(VERIFY)
    expect(jobs.cancel(uid)).toBe(true)
    await jobs.close()
    expect(jobs.list()[0]?.state).toMatchObject({ status: 'failed', error: { code: 'import/cancelled' } })
  })

  it('wait while they are paused, and come to their end when they are stopped meanwhile', async () => {
    const passed: string[] = []
    const { jobs } = registry(async (_, control) => {
      await control.pause()
      for (const step of ['one', 'two']) {
        await control.resumed()
        passed.push(step)
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
      return ok(REPORT)
    })
    const uid = jobs.start(VERIFY)
    expect(jobs.pause(uid, true)).toBe(true)
    expect(jobs.list()[0]?.state).toMatchObject({ status: 'running', paused: true })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(passed).toEqual([])
    jobs.pause(uid, false)
    expect(jobs.list()[0]?.state).toMatchObject({ status: 'running', paused: false })
    await expect.poll(() => passed).toContain('one')
    jobs.pause(uid, true)
    await jobs.close()
    expect(jobs.list()[0]?.state.status).toBe('done')
  })

  it('answer a bug as internal, with its incident', async () => {
    const { jobs } = registry(() => {
      throw new Error('a bug')
    })
    jobs.start(VERIFY)
    await jobs.close()
    expect(jobs.list()[0]?.state).toMatchObject({
      status: 'failed',
      error: { code: 'internal', details: { incident: 'incident' } },
    })
  })

  it('know only jobs of this run', () => {
    const { jobs } = registry(() => Promise.resolve(ok(REPORT)))
    expect(jobs.cancel('0190a000-0000-7000-8000-00000000ffff' as never)).toBe(false)
  })
})
