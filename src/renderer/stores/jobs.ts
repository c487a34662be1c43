import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { appError } from '../../shared/app-error.ts'
import type { JobToStart } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/model/identity.ts'
import type { Job, JobUid } from '../../shared/model/job.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** Long work of this run, newest first. */
export const useJobs = defineStore('jobs', () => {
  const jobs = shallowRef<readonly Job[]>([])
  const running = computed(() => jobs.value.filter((job) => job.state.status === 'running'))
  const waiting = new Map<JobUid, (ended: Job) => void>()

  /** Starts long work; its progress is in `jobs`. */
  function start(job: JobToStart): Promise<Result<{ readonly uid: JobUid }>> {
    return theHost().client.request('job.start', job)
  }

  /** Starts long work and waits for its end, done or failed. */
  async function run(job: JobToStart): Promise<Result<Job>> {
    const started = await start(job)
    if (!started.ok) return started
    return { ok: true, value: await ended(started.value.uid) }
  }

  /** The job when it is no longer running. */
  function ended(uid: JobUid): Promise<Job> {
    const known = find(uid)
    if (known !== undefined && known.state.status !== 'running') return Promise.resolve(known)
    return new Promise((resolve) => {
      waiting.set(uid, resolve)
    })
  }

  function find(uid: JobUid): Job | undefined {
    return jobs.value.find((job) => job.uid === uid)
  }

  function put(job: Job): void {
    const others = jobs.value.filter((one) => one.uid !== job.uid)
    jobs.value = [job, ...others].toSorted((a, b) => (a.started < b.started ? 1 : -1))
    if (job.state.status === 'running') return
    waiting.get(job.uid)?.(job)
    waiting.delete(job.uid)
  }

  /** Reads what there is and hears of every change; answers what ends that. */
  function follow(): () => void {
    const { client } = theHost()
    const read = async (): Promise<void> => {
      const before = running.value
      const list = await client.request('job.list', {})
      if (!list.ok) return
      endLost(before, list.value).forEach(put)
      list.value.forEach(put)
    }
    const forget = (): void => {
      endLost(running.value, []).forEach(put)
      jobs.value = []
      void read()
    }
    const ends = [
      client.on('job.changed', put),
      client.on('host.archiveChanged', forget),
      client.on('host.connection', ({ status }) => {
        if (status === 'back') void read()
      }),
    ]
    void read()
    return () => ends.forEach((end) => end())
  }

  return { jobs, running, start, run, ended, cancel, pause, find, follow }
})

/** Asks a job to stop; what is done by then stays. */
async function cancel(uid: JobUid): Promise<void> {
  await theHost().client.request('job.cancel', { uid })
}

/** Lets an import wait, or go on. */
async function pause(uid: JobUid, paused: boolean): Promise<void> {
  await theHost().client.request('job.pause', { uid, paused })
}

/** Jobs that the core does not know any more: they ended with the core that ran them, and nobody waits for them. */
function endLost(before: readonly Job[], known: readonly Job[]): readonly Job[] {
  const ended = new Date().toISOString() as Instant
  const error = appError('host/core-stopped')
  return before
    .filter((job) => !known.some(({ uid }) => uid === job.uid))
    .map((job) => ({ ...job, state: { status: 'failed', ended, error } }))
}
