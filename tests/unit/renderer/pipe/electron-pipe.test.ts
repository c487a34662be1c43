import { describe, expect, it } from 'vitest'
import { openElectronPipe } from '../../../../src/renderer/pipe/electron-pipe.ts'
import { ok } from '../../../../src/shared/result.ts'
import { errorOf, valueOf } from '../../../support/value-of.ts'

const going = (): AbortSignal => new AbortController().signal

/** A pipe whose preload knows where these files lie; the others lie nowhere. */
function aPipe(places: ReadonlyMap<File, string>) {
  const asked: string[] = []
  const kept: [name: string, text: string, folder: string | null][] = []
  const pipe = openElectronPipe({
    request: (name) => {
      asked.push(name)
      return Promise.resolve(ok({}))
    },
    onEvent: () => () => undefined,
    pathOf: (file) => places.get(file) ?? '',
    keepFile: (name, bytes, folder) => {
      kept.push([name, new TextDecoder().decode(bytes), folder])
      return Promise.resolve(ok({ folder: '/scratch/1', path: `/scratch/1/${String(kept.length)}/${name}` }))
    },
  })
  return { pipe, kept, asked }
}

describe("Electron's pipe", () => {
  it('gives the paths that files have: a dropped folder once, for the import to walk', async () => {
    const [page, one, deep] = [new File(['abc'], 'page.html'), new File(['d'], 'one.md'), new File(['ef'], 'two.md')]
    const { pipe, kept } = aPipe(
      new Map([
        [page, '/home/me/page.html'],
        [one, '/home/me/Notes/one.md'],
        [deep, '/home/me/Notes/more/two.md'],
      ]),
    )
    const told: [number, number][] = []
    const given = [
      { path: 'page.html', file: page },
      { path: 'Notes/one.md', file: one },
      { path: 'Notes/more/two.md', file: deep },
    ]
    const answer = valueOf(await pipe.give(given, (sent, total) => told.push([sent, total]), going()))
    expect(answer).toEqual({ paths: ['/home/me/page.html', '/home/me/Notes'], folder: null, unread: [] })
    expect(told).toEqual([[6, 6]])
    expect(kept).toEqual([])
  })

  it('takes the folder of a path with back slashes too', async () => {
    const file = new File(['a'], 'b.md')
    const { pipe } = aPipe(new Map([[file, 'C:\\Users\\me\\Notes\\more\\b.md']]))
    const answer = valueOf(await pipe.give([{ path: 'Notes/more/b.md', file }], () => undefined, going()))
    expect(answer.paths).toEqual(['C:\\Users\\me\\Notes'])
  })

  it('hands over files that lie nowhere, all into one folder, which is named to be forgotten', async () => {
    const { pipe, kept } = aPipe(new Map())
    const given = ['one', 'two'].map((text) => ({ path: 'pasted.txt', file: new File([text], 'pasted.txt') }))
    const answer = valueOf(await pipe.give(given, () => undefined, going()))
    expect(answer).toEqual({
      paths: ['/scratch/1/1/pasted.txt', '/scratch/1/2/pasted.txt'],
      folder: '/scratch/1',
      unread: [],
    })
    expect(kept).toEqual([
      ['pasted.txt', 'one', null],
      ['pasted.txt', 'two', '/scratch/1'],
    ])
  })

  it('stops when it is told to, and has what was handed over forgotten; what cannot be read is named', async () => {
    const { pipe, asked } = aPipe(new Map())
    const stopped = AbortSignal.abort()
    const given = ['one', 'two'].map((text) => ({ path: `${text}.txt`, file: new File([text], 'pasted.txt') }))
    expect(errorOf(await pipe.give(given, () => undefined, stopped)).code).toBe('import/cancelled')
    expect(asked).toEqual(['host.forgetUpload'])
    const gone = new File([], 'gone.txt')
    gone.arrayBuffer = () => Promise.reject(new Error('NotReadableError'))
    const answer = valueOf(await pipe.give([{ path: 'gone.txt', file: gone }], () => undefined, going()))
    expect(answer).toEqual({ paths: [], folder: null, unread: ['gone.txt'] })
  })
})
