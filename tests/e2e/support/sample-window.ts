import { valueOf } from '../../support/value-of.ts'
import type { OpenedWindow } from './opened-window.ts'

/** Brings the built-in sample in over the test's own pipe, and waits until it is there. */
export async function bringSample({ client }: OpenedWindow): Promise<void> {
  const { file, status } = valueOf(await client.request('host.archive', {}))
  if (status === 'none') valueOf(await client.request('host.openArchive', { file, create: true }))
  const { uid } = valueOf(await client.request('job.start', { kind: 'import.sample', input: {} }))
  for (;;) {
    const job = valueOf(await client.request('job.list', {})).find((one) => one.uid === uid)
    if (job?.state.status === 'done') return
    if (job?.state.status === 'failed') throw new Error(job.state.error.code)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
