import Sqlite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { appError, Failure } from '../../../src/shared/app-error.ts'
import { attempt, attemptAsync } from '../../../src/main/storage/attempt.ts'
import { translateError } from '../../../src/main/storage/translate-error.ts'

describe('native errors in our words', () => {
  it.each([
    ['SQLITE_FULL', 'storage/disk-full'],
    ['SQLITE_BUSY', 'storage/busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'storage/busy'],
    ['SQLITE_LOCKED', 'storage/busy'],
    ['SQLITE_CORRUPT_VTAB', 'storage/damaged'],
    ['SQLITE_NOTADB', 'storage/damaged'],
    ['SQLITE_IOERR_READ', 'storage/damaged'],
    ['SQLITE_IOERR_WRITE', 'storage/not-writable'],
    ['SQLITE_READONLY_DIRECTORY', 'storage/not-writable'],
    ['SQLITE_CANTOPEN', 'storage/not-writable'],
  ])('%s is %s', (native, code) => {
    const error = new Sqlite.SqliteError('in SQLite words', native)
    expect(translateError(error, '/a.offprint')).toEqual({
      code,
      details: { file: '/a.offprint', reason: 'in SQLite words' },
    })
  })

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_MISUSE', 'SQLITE_ERROR', 'SQLITE_NOMEM'])('%s is a bug', (native) => {
    expect(translateError(new Sqlite.SqliteError('x', native), '/a')).toBeUndefined()
  })

  it.each([
    ['ENOSPC', 'storage/disk-full'],
    ['EROFS', 'storage/not-writable'],
    ['EACCES', 'storage/not-writable'],
    ['ENOENT', 'storage/not-found'],
    ['ELOOP', 'storage/not-found'],
    ['ENAMETOOLONG', 'storage/not-writable'],
    ['EIO', 'storage/not-writable'],
  ])('%s of the file system is %s', (native, code) => {
    expect(translateError(Object.assign(new Error('x'), { code: native }), '/a')?.code).toBe(code)
  })

  it.each([new Error('x'), new TypeError('x'), 'x', undefined, Object.assign(new Error('x'), { code: 'toString' })])(
    'anything else is a bug (%s)',
    (error) => {
      expect(translateError(error, '/a')).toBeUndefined()
    },
  )
})

describe('an attempt', () => {
  it('answers the value, a failure as it is, and a native error in our words', () => {
    expect(attempt('/a', () => 7)).toEqual({ ok: true, value: 7 })
    const failure = appError('archive/no-text', {})
    const failing = (): never => {
      throw new Failure(failure)
    }
    expect(attempt('/a', failing)).toEqual({ ok: false, error: failure })
    expect(attempt('/a', () => readFileSync('/no/such/file'))).toMatchObject({ error: { code: 'storage/not-found' } })
  })

  it('lets bugs through, also later ones', async () => {
    const bug = new RangeError('a bug')
    const work = (): never => {
      throw bug
    }
    expect(() => attempt('/a', work)).toThrow(bug)
    await expect(attemptAsync('/a', () => Promise.reject(bug))).rejects.toThrow(bug)
    expect(await attemptAsync('/a', () => Promise.resolve(1))).toEqual({ ok: true, value: 1 })
  })
})
