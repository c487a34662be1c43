import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSources, type SourceList, type SourceOrFailure } from '../../../../src/main/import/sources/find-sources.ts'
import { tempDir } from '../../../support/temp-dir.ts'
import { collect } from '../../../support/collect.ts'

// eslint-disable-next-line @typescript-eslint/require-await -- standard input is asynchronous, these bytes are at hand
async function* standardInput(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('typed ')
  yield new TextEncoder().encode('in')
}

async function found(paths: readonly string[]): Promise<SourceList> {
  const list = await findSources(paths, standardInput())
  if (!list.ok) throw new Error(list.error.code)
  return list.value
}

function pathOf(one: SourceOrFailure & { readonly ok: true }): string {
  return 'source' in one ? one.source.path : one.bundle.bundle.path
}

/** Paths below the folder; one that failed ends with its reason. */
async function pathsOf(list: SourceList, folder: string): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const one of list.read()) {
    const path = relative(folder, one.ok ? pathOf(one) : one.path)
    paths.push(one.ok ? path : `${path} ${JSON.stringify(one.error.details['cause'])}`)
  }
  return paths
}

function write(folder: string, ...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
}

describe('paths become sources', () => {
  test('a folder is walked in order of names, without hidden files and archives', async () => {
    const folder = tempDir()
    write(
      folder,
      'b.txt',
      'a/z.md',
      'a/B.md',
      '.hidden',
      '.git/config',
      '.NET 8 is here.html',
      '._b c.txt',
      'A.offprint',
      'A.offprint-wal',
      'ä.txt',
    )
    const list = await found([folder])
    expect(await pathsOf(list, folder)).toEqual(['.NET 8 is here.html', 'a/B.md', 'a/z.md', 'b.txt', 'ä.txt'])
  })

  test('what lies below a base is told relative to it, failures too; the rest as it is', async () => {
    const folder = tempDir()
    write(folder, 'scratch/News/2019/a.txt', 'scratch/b.txt', 'else/c.txt')
    symlinkSync(join(folder, 'nowhere'), join(folder, 'scratch/News/broken'))
    const base = join(folder, 'scratch')
    const paths = [join(base, 'News'), join(base, 'b.txt'), join(folder, 'else/c.txt')]
    const list = await findSources(paths, standardInput(), base)
    if (!list.ok) throw new Error(list.error.code)
    const told = (await collect(list.value.read())).map((one) =>
      one.ok ? pathOf(one) : [one.path, one.error.details['path']],
    )
    expect(told).toEqual(['News/2019/a.txt', ['News/broken', 'News/broken'], 'b.txt', join(folder, 'else/c.txt')])
    const gone = await findSources([join(base, 'gone')], standardInput(), base)
    expect(gone).toMatchObject({ ok: false, error: { details: { path: 'gone', paths: ['gone'] } } })
  })

  test('a file told by another path is read all the same, also when it fails', async () => {
    const folder = tempDir()
    write(folder, 'b.txt')
    const list = await findSources([join(folder, 'b.txt')], standardInput(), folder)
    if (!list.ok) throw new Error(list.error.code)
    const [found] = await collect(list.value.read())
    if (found?.ok !== true || !('source' in found)) throw new Error('not found')
    rmSync(join(folder, 'b.txt'))
    expect(await found.source.bytes()).toMatchObject({ ok: false, error: { details: { path: 'b.txt' } } })
  })

  test('links are followed, and a loop of links ends', async () => {
    const folder = tempDir()
    write(folder, 'a/one.txt', 'elsewhere/two.txt')
    symlinkSync(folder, join(folder, 'a/up'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'a/beside'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'))
    const list = await found([folder])
    expect(await pathsOf(list, folder)).toEqual(['a/beside/two.txt', 'a/one.txt', 'broken "ENOENT"'])
  })

  test.skipIf(process.getuid?.() === 0)('a closed folder is one failure, the rest is read', async () => {
    const folder = tempDir()
    write(folder, 'closed/one.txt', 'open.txt')
    chmodSync(join(folder, 'closed'), 0)
    const list = await found([folder])
    expect(await pathsOf(list, folder)).toEqual(['closed "EACCES"', 'open.txt'])
    chmodSync(join(folder, 'closed'), 0o755)
  })

  test('files keep the order of the arguments, and are counted ahead with those of folders', async () => {
    const folder = tempDir()
    write(folder, 'b.txt', 'a.txt', 'sub/1.txt', 'sub/2.txt')
    const list = await found([join(folder, 'b.txt'), join(folder, 'sub'), join(folder, 'a.txt')])
    expect(await pathsOf(list, folder)).toEqual(['b.txt', 'sub/1.txt', 'sub/2.txt', 'a.txt'])
    const counts = await collect(list.count())
    expect(counts).toEqual([1, 2, 3, 4])
  })

  test('missing paths are refused together, before anything is read', async () => {
    const folder = tempDir()
    write(folder, 'there.txt')
    const missing = [join(folder, 'gone.txt'), join(folder, 'gone too')]
    const list = await findSources([join(folder, 'there.txt'), ...missing], standardInput())
    expect(list).toEqual({
      ok: false,
      error: { code: 'import/path-not-found', details: { path: missing[0], paths: missing } },
    })
  })

  test('a dash is standard input', async () => {
    const list = await found(['-'])
    const [one] = await collect(list.read())
    const bytes = one?.ok === true && 'source' in one ? await one.source.bytes() : undefined
    expect(bytes?.ok === true ? new TextDecoder().decode(bytes.value) : bytes).toBe('typed in')
    expect(one?.ok === true && 'source' in one ? one.source.fileName : undefined).toBeNull()
  })
})
