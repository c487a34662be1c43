import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createWriting } from '../../../src/main/storage/unit-of-work.ts'
import { newArchive } from '../../support/new-archive.ts'

function setting(name: string): string {
  return `INSERT INTO setting VALUES ('${name}', 'true')`
}

function world() {
  const { database } = newArchive()
  let commits = 0
  const writing = createWriting(database, () => commits++)
  return {
    database,
    ...writing,
    commits: () => commits,
    names: () => database.prepare('SELECT name FROM setting ORDER BY name').pluck().all(),
  }
}

describe('a unit of work', () => {
  it('commits what was written and answers what the work answers', () => {
    const { transact, database, names, commits } = world()
    expect(transact(() => database.exec(setting('a')).inTransaction)).toBe(true)
    expect(database.inTransaction).toBe(false)
    expect(names()).toEqual(['a'])
    expect(commits()).toBe(1)
  })

  it('takes everything back when the work throws, and throws the same', () => {
    const { transact, database, names, commits } = world()
    const bug = new Error('a bug')
    const work = (): never => {
      database.exec(setting('a'))
      throw bug
    }
    expect(() => transact(work)).toThrow(bug)
    expect(database.inTransaction).toBe(false)
    expect(names()).toEqual([])
    expect(commits()).toBe(0)
  })

  it('takes everything back when the commit fails', () => {
    const { transact, database } = world()
    const dangling = `INSERT INTO article (uid, added_at, changed_at, state, starred, current_version)
                      VALUES ('u', 't', 't', 'read', 0, 99)`
    expect(() => transact(() => database.exec(dangling))).toThrow('FOREIGN KEY constraint failed')
    expect(database.inTransaction).toBe(false)
    expect(database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(0)
  })

  it('takes the write lock at once', () => {
    const { transact, database } = world()
    const other = newConnection(database.name)
    transact(() => {
      expect(() => other.database.exec('BEGIN IMMEDIATE')).toThrow('database is locked')
    })
    other.database.exec('BEGIN IMMEDIATE; ROLLBACK')
    other.database.close()
  })

  it('cannot be opened inside another, and the outer one goes on', () => {
    const { transact, database, names } = world()
    transact(() => {
      expect(() => transact(() => 1)).toThrow('a unit of work was opened inside another')
      database.exec(setting('a'))
    })
    expect(names()).toEqual(['a'])
  })

  it('refuses work that waits, and stores nothing of it', () => {
    const { transact, database, names } = world()
    const work = (): Promise<void> => {
      database.exec(setting('a'))
      return Promise.resolve()
    }
    expect(() => transact(work)).toThrow('must not wait')
    expect(names()).toEqual([])
  })
})

describe('a savepoint', () => {
  it('takes only its own writes back', () => {
    const { transact, savepoint, database, names } = world()
    transact((unit) => {
      savepoint(unit, () => database.exec(setting('a')))
      const failing = (): never => {
        database.exec(setting('b'))
        savepoint(unit, () => database.exec(setting('c')))
        throw new Error('this item fails')
      }
      expect(() => savepoint(unit, failing)).toThrow('this item fails')
      savepoint(unit, () => database.exec(setting('d')))
    })
    expect(names()).toEqual(['a', 'd'])
  })

  it('does not run after its unit', () => {
    const { transact, savepoint } = world()
    const unit = transact((open) => open)
    expect(() => savepoint(unit, () => 1)).toThrow('the transaction ended before its unit of work')
  })

  it('fails the unit when SQLite itself has taken the whole transaction back', () => {
    const { transact, savepoint, database, names } = world()
    const work = (): void => {
      transact((unit) => {
        const ending = (): never => {
          database.exec('ROLLBACK')
          throw new Error('the disk is full')
        }
        expect(() => savepoint(unit, ending)).toThrow('the disk is full')
        expect(() => savepoint(unit, () => database.exec(setting('a')))).toThrow('the disk is full')
      })
    }
    expect(work).toThrow('the disk is full')
    expect(names()).toEqual([])
  })
})

function newConnection(file: string) {
  const database = new Sqlite(file, { timeout: 0 })
  return { database }
}
