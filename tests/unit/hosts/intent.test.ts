import { describe, expect, it } from 'vitest'
import { intentOf, intentOfArguments, readIntent } from '../../../src/main/hosts/intent.ts'

const UID = '0198a1b2-0000-7000-8000-000000000001'

describe('what the program is asked to do', () => {
  it('is to open an archive or an article, or only to show itself', () => {
    expect(intentOf('my notes.OFFPRINT', '/home/me')).toEqual({ kind: 'archive', file: '/home/me/my notes.OFFPRINT' })
    expect(intentOf('/a/b.offprint', '/home/me')).toEqual({ kind: 'archive', file: '/a/b.offprint' })
    const MARK = '0198a1b2-0000-7000-8000-000000000002'
    const read = (rest: string) => intentOf(`offprint://article/${UID.toUpperCase()}${rest}`, '/')
    expect(read('')).toEqual({ kind: 'article', link: { uid: UID, annotation: null } })
    expect(read(`#${MARK.toUpperCase()}`)).toEqual({ kind: 'article', link: { uid: UID, annotation: MARK } })
    const whole = { kind: 'article', link: { uid: UID, annotation: null } }
    for (const rest of ['#', '#x', `#${MARK}x`, '/', '?a=b']) {
      expect([rest, read(rest)]).toEqual([rest, whole])
    }
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
    for (const annotation of [null, UID]) {
      const sent = { kind: 'article', link: { uid: UID, annotation } }
      expect(readIntent(sent)).toEqual(sent)
    }
    for (const sent of [
      null,
      undefined,
      'x',
      1,
      {},
      { kind: 'archive' },
      { kind: 'article', link: { uid: '../x', annotation: null } },
      { kind: 'article', uid: UID },
      { kind: 'run' },
    ]) {
      expect(readIntent(sent)).toEqual({ kind: 'show' })
    }
  })
})
