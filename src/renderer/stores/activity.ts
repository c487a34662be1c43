import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Job, JobUid } from '../../shared/model/job.ts'
import { useJobs } from './jobs.ts'

/** Long work that the sidebar's foot tells of: what runs, and what ended last until it is dismissed. */
export const useActivity = defineStore('activity', () => {
  const jobs = useJobs()
  const dismissed = shallowRef<ReadonlySet<JobUid>>(new Set())

  const running = computed(() => jobs.running)
  const ended = computed<Job | null>(
    () => jobs.jobs.find((job) => job.state.status !== 'running' && !dismissed.value.has(job.uid)) ?? null,
  )

  /** Takes every outcome away that is shown or hidden behind it. */
  function dismiss(): void {
    const gone = jobs.jobs.filter((job) => job.state.status !== 'running').map(({ uid }) => uid)
    dismissed.value = new Set([...dismissed.value, ...gone])
  }

  return { running, ended, dismiss }
})
