import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore, type Core } from '../../src/main/core.ts'
import { useHost } from '../../src/renderer/api.ts'
import { createHostClient } from '../../src/shared/ipc/client.ts'
import type { JsonObject } from '../../src/shared/json.ts'
import { err, ok } from '../../src/shared/result.ts'
import { tempDir } from './temp-dir.ts'
import { valueOf } from './value-of.ts'
import { plainImport } from './plain-import.ts'

const PARSE_WORKER = join(import.meta.dirname, '../../src/main/parse-worker.ts')

/** A host of the window over a real archive, everything cloned on its way in and out as at a process border. */
export interface WindowHost {
  readonly core: Core
  /** What the window saved. */
  readonly settings: () => JsonObject
  /** Brings in short texts, one after the other, each with its title. */
  readonly bringIn: (...titles: readonly string[]) => Promise<void>
}

/** Opens an archive in a temporary folder and makes it the window's; closed when the running test ends. */
export function aWindowHost(): WindowHost {
  const file = join(tempDir(), 'Test.offprint')
  const core = valueOf(
    openCore({ file, create: true, actor: 'window', parseWorker: PARSE_WORKER, warn: () => undefined }),
  )
  onTestFinished(() => core.close())
  let settings: JsonObject = {}
  const answers: Readonly<Record<string, (input: unknown) => unknown>> = {
    'host.archive': () => ok({ status: 'open', file, warnings: [] }),
    'host.settings': () => ok(settings),
    'host.saveSettings': (input) => {
      settings = { ...settings, ...(input as { readonly settings: JsonObject }).settings }
      return ok({})
    },
  }
  const request = async (name: string, input: unknown): Promise<unknown> => {
    const own = answers[name]
    const given = structuredClone(input)
    return structuredClone(own === undefined ? await core.dispatch(name, given) : own(given))
  }
  useHost({
    client: createHostClient({ request, onEvent: core.onEvent }),
    capabilities: {
      host: 'browser',
      platform: 'linux',
      contentBase: '/content/',
      nativeMenus: false,
      fileDialogs: false,
      printToPdf: false,
      dragFiles: false,
      updates: false,
    },
    give: () => Promise.resolve(err({ code: 'internal', details: {} })),
  })
  return { core, settings: () => settings, bringIn: (...titles) => bringIn(core, titles) }
}

async function bringIn(core: Core, titles: readonly string[]): Promise<void> {
  const folder = tempDir()
  const rows = titles.map((title) => JSON.stringify({ id: title, title, text: `${title}. ${WORDS}` }))
  const file = join(folder, 'articles.jsonl')
  writeFileSync(file, rows.join('\n'))
  const ask = plainImport(file, 'failed')
  const job = valueOf(await core.client.request('job.start', { kind: 'import.run', input: ask }))
  for (;;) {
    const jobs = valueOf(await core.client.request('job.list', {}))
    const { state } = jobs.find(({ uid }) => uid === job.uid) ?? {}
    if (state?.status === 'failed') throw new Error(state.error.code)
    if (state?.status === 'done') return
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

const WORDS = 'The river rose for nine days and nobody opened the gates, as each office wrote that another should.'
