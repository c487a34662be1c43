import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { tempDir } from '../support/temp-dir.ts'

const ROOT = join(import.meta.dirname, '../..')

interface Step {
  readonly run?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string | readonly string[]; readonly steps: readonly Step[] }>
  >
}

function read(): { readonly text: string; readonly workflow: Workflow } {
  const text = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')
  return { text, workflow: parse(text) as Workflow }
}

describe('the release workflow', () => {
  it('packs only what passed the gate and the journeys in Electron, and drafts only what was packed', () => {
    const { jobs } = read().workflow
    expect(jobs['pack']?.needs).toEqual(['gate', 'electron'])
    expect(jobs['draft']?.needs).toBe('pack')
  })

  it('runs commands and files that are there', () => {
    const { text } = read()
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
    const commands = [...text.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name)
    expect(commands.length).toBeGreaterThan(4)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
    const files = [...text.matchAll(/(?:scripts|docs|\.ci)\/[\w./-]*\w/g)].map(([file]) => file)
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })

  it('goes on only when every journey ran in Electron: none skipped, none failed, and not none at all', () => {
    const steps = read().workflow.jobs['electron']?.steps ?? []
    const ran = steps.findIndex(({ run = '' }) => run.includes('playwright test --project electron'))
    const file = steps[ran]?.env?.['OFFPRINT_TEST_COUNTS'] ?? ''
    expect(steps[ran + 1]?.run).toBe(`node scripts/prove-journeys.ts ${file}`)
    const proves = (counts: object | null): boolean => {
      const path = join(tempDir(), 'counts.json')
      if (counts !== null) writeFileSync(path, JSON.stringify(counts))
      return spawnSync(process.execPath, [join(ROOT, 'scripts/prove-journeys.ts'), path]).status === 0
    }
    expect(proves({ passed: 30, failed: 0, skipped: 0 })).toBe(true)
    for (const counts of [
      { passed: 29, failed: 0, skipped: 1 },
      { passed: 29, failed: 1, skipped: 0 },
      { passed: 0, failed: 0, skipped: 0 },
      null,
    ]) {
      expect([counts, proves(counts)]).toEqual([counts, false])
    }
  })

  it('gives keys to the steps that sign alone, and names each secret that docs/releasing.md tells of', () => {
    const { text, workflow } = read()
    const page = readFileSync(join(ROOT, 'docs/releasing.md'), 'utf8')
    const secrets = new Set([...text.matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name))
    expect(secrets.size).toBe(7)
    for (const name of secrets) expect(page).toContain(`\`${name}\``)
    const signing = (workflow.jobs['pack']?.steps ?? []).filter(({ env = {} }) => 'CSC_LINK' in env)
    expect(signing.map(({ run = '' }) => run.includes('forceCodeSigning=true'))).toEqual([true, true])
    expect(signing.every(({ if: when = '' }) => when.includes("CERTIFICATE != ''"))).toBe(true)
  })
})
