import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bugLogPath, createBugLog } from '../../../src/main/core/bug-log.ts'
import { tempDir } from '../../support/temp-dir.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the log of bugs', () => {
  it('holds each bug with its stack under the id that was answered', () => {
    const path = join(tempDir(), 'state', 'incidents.log')
    const report = createBugLog(path)
    const incidents = [report(new Error('first')), report('no error at all')]
    const log = readFileSync(path, 'utf8')
    for (const incident of incidents) expect(log).toContain(` ${incident}\n`)
    expect(log).toMatch(/Error: first\n\s+at /)
    expect(log).toContain('no error at all')
  })

  it('goes to the temporary folder when its own place cannot be written, and answers an id in any case', () => {
    const file = join(tempDir(), 'a-file')
    writeFileSync(file, '')
    const report = createBugLog(join(file, 'incidents.log'))
    const temporary = tempDir()
    vi.stubEnv('TMPDIR', temporary)
    const incident = report(new Error('second'))
    expect(readFileSync(join(temporary, 'offprint-incidents.log'), 'utf8')).toContain(incident)
    vi.stubEnv('TMPDIR', file)
    expect(report(new Error('third'))).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is for its owner alone, and never written through a link', () => {
    const path = join(tempDir(), 'state', 'incidents.log')
    createBugLog(path)(new Error('private'))
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(dirname(path)).mode & 0o077).toBe(0)
    const folder = tempDir()
    const target = join(folder, 'precious')
    writeFileSync(target, 'kept')
    symlinkSync(target, join(folder, 'incidents.log'))
    vi.stubEnv('TMPDIR', tempDir())
    createBugLog(join(folder, 'incidents.log'))(new Error('not here'))
    expect(readFileSync(target, 'utf8')).toBe('kept')
  })

  it('lies where the environment keeps state', () => {
    expect(bugLogPath({ XDG_STATE_HOME: '/state' })).toBe(join('/state', 'offprint', 'incidents.log'))
    expect(bugLogPath({})).toMatch(/offprint.incidents\.log$/)
  })
})
