import { describe, expect, test } from 'vitest'
import { readChosen, readDropped, type DroppedEntry } from '../../../src/renderer/composables/dropped-files.ts'

/** A folder as Chromium gives it: at most a hundred entries a call, then none. */
function aFolder(name: string, children: readonly DroppedEntry[]): DroppedEntry {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let from = 0
      return {
        readEntries: (done) => {
          const some = children.slice(from, from + 100)
          from += some.length
          queueMicrotask(() => done(some))
        },
      }
    },
  }
}

function aFile(name: string): DroppedEntry {
  return { name, isFile: true, isDirectory: false, file: (done) => queueMicrotask(() => done(new File(['x'], name))) }
}

const item = (entry: DroppedEntry | null, file: File | null = null) => ({
  kind: 'file',
  webkitGetAsEntry: () => entry,
  getAsFile: () => file,
})

describe('dropped files', () => {
  test('are found in folders within folders, with their paths', async () => {
    const folder = aFolder('desk', [aFolder('2019', [aFile('b.html'), aFile('a.txt')]), aFile('z.md')])
    const { files, unreadable } = await readDropped([item(folder), item(aFile('one.txt'))])
    expect(files.map(({ path }) => path)).toEqual(['desk/2019/a.txt', 'desk/2019/b.html', 'desk/z.md', 'one.txt'])
    expect(files.every(({ file }) => file.size === 1)).toBe(true)
    expect(unreadable).toEqual([])
  })

  test('are found when a folder holds more than the browser gives at once', async () => {
    const names = Array.from({ length: 250 }, (_, index) => aFile(`${String(index).padStart(3, '0')}.txt`))
    const { files } = await readDropped([item(aFolder('many', names))])
    expect(files).toHaveLength(250)
  })

  test('are named when they cannot be read, and the others come all the same', async () => {
    const broken: DroppedEntry = { ...aFile('broken.txt'), file: (_, failed) => failed(new Error('gone')) }
    const { files, unreadable } = await readDropped([item(aFolder('desk', [broken, aFile('good.txt')]))])
    expect(files.map(({ path }) => path)).toEqual(['desk/good.txt'])
    expect(unreadable).toEqual(['desk/broken.txt'])
  })

  test('leave hidden files in a folder out, but not one that was dropped itself', async () => {
    const { files } = await readDropped([item(aFolder('desk', [aFile('.DS_Store')])), item(aFile('.notes.txt'))])
    expect(files.map(({ path }) => path)).toEqual(['.notes.txt'])
  })

  test('come from a source that has no entries, such as another program', async () => {
    const { files } = await readDropped([item(null, new File(['x'], 'mail.txt'))])
    expect(files.map(({ path }) => path)).toEqual(['mail.txt'])
  })

  test('that were chosen keep the path within their folder', () => {
    const chosen = (path: string): File => Object.assign(new File(['x'], 'a.txt'), { webkitRelativePath: path })
    const paths = readChosen([chosen(''), chosen('desk/2019/a.txt'), chosen('desk/.git/config')]).map(
      ({ path }) => path,
    )
    expect(paths).toEqual(['a.txt', 'desk/2019/a.txt'])
  })
})
