import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobRunControl } from '../../../src/main/archive/job-runner.ts'
import { createExportJob } from '../../../src/main/core/export-job.ts'
import { joinSearch } from '../../../src/main/core/join-search.ts'
import { anArchive } from '../../support/an-archive.ts'
import { stillClock } from '../../support/still-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const every = (query: string) => ({ kind: 'query', query, except: [] }) as const

function world() {
  const archive = anArchive()
  const search = joinSearch(archive.connection.database, stillClock)
  const control = (signal = new AbortController().signal): JobRunControl => ({
    signal,
    pause: () => Promise.resolve(),
    onProgress: () => undefined,
    onImport: () => undefined,
    resumed: () => Promise.resolve(),
  })
  const to = join(tempDir(), 'out')
  const request = { selection: every(''), format: 'markdown', to, template: null } as const
  return { ...archive, run: createExportJob(archive.ports, search), control, request, to }
}

describe('the export job', () => {
  it('writes what the query chooses', async () => {
    const { addText, run, control, request, to } = world()
    addText('Tea hills\n\nTea is grown on hills where the mist stays until noon.')
    addText('Coffee plains\n\nCoffee is grown on plains where the sun burns until noon.')
    const report = valueOf(await run({ ...request, selection: every('mist') }, control()))
    expect(report.written).toBe(1)
    expect(readdirSync(to)).toHaveLength(1)
  })

  it('ends with the reason when an article cannot be read, and does not call that a bug', async () => {
    const { addText, connection, run, control, request } = world()
    addText('Tea hills\n\nTea is grown on hills where the mist stays until noon.')
    connection.database.exec("UPDATE rendition SET text_zstd = x'00'")
    expect(errorOf(await run(request, control())).code).toBe('storage/damaged')
  })

  it('writes nothing once it was cancelled', async () => {
    const { addText, run, control, request } = world()
    addText('Tea hills\n\nTea is grown on hills where the mist stays until noon.')
    expect(valueOf(await run(request, control(AbortSignal.abort()))).written).toBe(0)
  })
})
