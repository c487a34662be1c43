import { describe, expect, it } from 'vitest'
import { intentOf, intentOfArguments, readIntent } from '../../../../src/main/hosts/electron/intent.ts'

const UID = '0198a1b2-0000-7000-8000-000000000001'

describe('what the program is asked to do', () => {
  it('is to open an archive or an article, or only to show itself', () => {
    expect(intentOf('my notes.OFFPRINT', '/home/me')).toEqual({ kind: 'archive', file: '/home/me/my notes.OFFPRINT' })
    expect(intentOf('/a/b.offprint', '/home/me')).toEqual({ kind: 'archive', file: '/a/b.offprint' })
    expect(intentOf(`offprint://article/${UID.toUpperCase()}#${UID}`, '/')).toEqual({ kind: 'article', uid: UID })
    for (const other of [
      '.',
      '--a.offprint',
      'a.txt',
      'https://x/a.offprint',
      'offprint://article/x',
      'offprint:x',
      '',
    ]) {
      expect([other, intentOf(other, '/')]).toEqual([other, { kind: 'show' }])
    }
  })

  it('is in the first argument that asks for something, wherever switches stand', () => {
    const argv = ['/usr/bin/offprint', '--no-zygote', '.', 'a.offprint', 'b.offprint']
    expect(intentOfArguments(argv, '/x')).toEqual({ kind: 'archive', file: '/x/a.offprint' })
    expect(intentOfArguments(['/x/a.offprint'], '/x')).toEqual({ kind: 'show' })
  })

  it('is not believed from another start in any other shape', () => {
    expect(readIntent({ kind: 'archive', file: '/a.offprint' })).toEqual({ kind: 'archive', file: '/a.offprint' })
    expect(readIntent({ kind: 'article', uid: UID })).toEqual({ kind: 'article', uid: UID })
    for (const sent of [
      null,
      undefined,
      'x',
      1,
      {},
      { kind: 'archive' },
      { kind: 'article', uid: '../x' },
      { kind: 'run' },
    ]) {
      expect(readIntent(sent)).toEqual({ kind: 'show' })
    }
  })
})
