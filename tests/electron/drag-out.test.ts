import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { DragOut } from '../../src/shared/ipc/host-contract.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { anElectronApp } from '../support/electron/an-electron-app.ts'
import { importPage } from '../support/host-suite.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

interface Started {
  readonly files: readonly string[]
  readonly texts: readonly string[]
}

it('gives articles and notes away as Markdown files of the scratch folder, under safe names, until the program ends', async () => {
  const app = await anElectronApp()
  const file = join(app.home, 'a.offprint')
  valueOf(await app.client.request('host.openArchive', { file, create: true }))
  const uid = await importPage(app.client, file)
  const drag = (what: DragOut) => app.client.request('host.dragOut', what)
  const started = async () =>
    (await app.log()).filter(({ what }) => what === 'startDrag').map(({ details }) => details as Started)

  valueOf(await drag({ kind: 'articles', articles: [uid, uid] }))
  const preview = await app.client.request('export.preview', {
    selection: { kind: 'articles', articles: [uid] },
    template: null,
    templateText: null,
  })
  const { fileName, markdown } = valueOf(preview)
  const [first] = await started()
  expect(first?.texts).toEqual([markdown, markdown])
  expect(first?.files.map((path) => basename(path))).toEqual([fileName, fileName?.replace(/\.md$/, ' (2).md')])

  for (const title of ['../../x', '/etc/passwd', 'a:b\\c\u202e.exe', 'CON', '...', 'x'.repeat(9_000)]) {
    valueOf(await drag({ kind: 'note', title, text: '“A quote”' }))
  }
  const all = await started()
  expect(all.at(-1)?.texts).toEqual(['“A quote”\n'])
  const folders = new Set<string>()
  for (const path of all.flatMap(({ files }) => files)) {
    // Folder of all runs, of this run, of this drag, and the file: nowhere else, and for nobody else.
    expect(dirname(dirname(dirname(path)))).toBe(join(app.home, 'offprint/scratch'))
    expect(basename(path)).toMatch(/^[^/\\:\u202e]{1,200}\.md$/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    folders.add(dirname(path))
  }
  expect(folders.size).toBe(all.length)

  expect(errorOf(await drag({ kind: 'articles', articles: ['none' as ArticleUid] })).code).toBe(
    'archive/article-not-found',
  )
  for (const bad of [
    { kind: 'articles', articles: [] },
    { kind: 'articles', articles: Array(51).fill(uid) },
    { kind: 'files', files: ['/etc/passwd'] },
    { kind: 'note', title: 'a', text: 'b', path: '/etc/x' },
  ]) {
    expect(errorOf(await drag(bad as unknown as DragOut)).code).toBe('ipc/bad-input')
  }
  expect((await started()).length).toBe(all.length)
  await app.order({ do: 'close-window' }).catch(() => null)
  await app.ended
  for (const folder of folders) expect(existsSync(folder)).toBe(false)
})
