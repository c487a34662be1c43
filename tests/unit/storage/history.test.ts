import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/shared/json.ts'
import type { GestureUid, Instant } from '../../../src/shared/model/identity.ts'
import type { NewChange } from '../../../src/main/archive/ports/history.ts'
import { createHistory } from '../../../src/main/storage/history.ts'
import { verifyArchive } from '../../../src/main/storage/verify/verify-archive.ts'
import { newArchive, openAt } from '../../support/new-archive.ts'
import { textOfHtml } from '../../support/prepared.ts'
import { stillClock } from '../../support/still-clock.ts'
import { errorOf } from '../../support/value-of.ts'

function aChange(gesture: string, more: Partial<NewChange> = {}): NewChange {
  const at = stillClock()
  return {
    gesture: gesture as GestureUid,
    at,
    actor: 'cli',
    kind: 'tag',
    subject: 's',
    before: null,
    after: { name: 'Tea' },
    ...more,
  }
}

function world() {
  const archive = newArchive()
  const history = createHistory(archive.database, stillClock)
  const append = (...changes: readonly NewChange[]): void => {
    archive.transact((unit) => {
      for (const change of changes) history.append(unit, change)
    })
  }
  const undo = (gesture: string): void => {
    archive.transact((unit) => {
      for (const { id } of history.changesOf(gesture as GestureUid)) history.markUndone(unit, id, 'later' as Instant)
      history.seal(unit, 'undo', gesture, {})
    })
  }
  const damaged = () => verifyArchive(archive.database, { textOf: textOfHtml, onProgress: () => undefined }).damaged
  return { ...archive, history, append, undo, damaged }
}

describe('the history', () => {
  it('is empty at first', () => {
    const { history } = world()
    expect(history.lastGesture()).toBeUndefined()
    expect(history.gestures(10)).toEqual([])
    expect(history.head()).toBeNull()
  })

  it('gives a gesture back whole, oldest change first', () => {
    const { history, append } = world()
    append(aChange('one', { subject: 'a' }), aChange('two'), aChange('one', { subject: 'b', before: [1, 'x', null] }))
    expect(history.changesOf('one' as GestureUid)).toEqual([
      { ...aChange('one', { subject: 'a' }), id: 1, undoneAt: null },
      { ...aChange('one', { subject: 'b', before: [1, 'x', null] }), id: 3, undoneAt: null },
    ])
  })

  it('lists gestures newest first, each once, no more than asked for', () => {
    const { history, append } = world()
    append(
      aChange('one'),
      aChange('two', { kind: 'article' }),
      aChange('two'),
      aChange('two'),
      aChange('three', { actor: 'import' }),
    )
    expect(history.gestures(2)).toEqual([
      { gesture: 'three', at: stillClock(), actor: 'import', kinds: ['tag'], changes: 1 },
      { gesture: 'two', at: stillClock(), actor: 'cli', kinds: ['article', 'tag'], changes: 3 },
    ])
    expect(history.gestures(10).map(({ gesture }) => gesture)).toEqual(['three', 'two', 'one'])
    expect(history.gestures(0)).toEqual([])
  })

  it('walks back over what was undone', () => {
    const { history, append, undo } = world()
    append(aChange('one'), aChange('two'))
    expect(history.lastGesture()).toBe('two')
    undo('two')
    expect(history.lastGesture()).toBe('one')
    expect(history.changesOf('two' as GestureUid)[0]?.undoneAt).toBe('later')
    undo('one')
    expect(history.lastGesture()).toBeUndefined()
    expect(history.gestures(5)).toEqual([])
  })

  it('has another head after each act, and the chain holds', () => {
    const { history, append, undo, damaged } = world()
    const heads = new Set<string | null>([history.head()])
    append(aChange('one'))
    heads.add(history.head())
    append(aChange('one'))
    heads.add(history.head())
    undo('one')
    heads.add(history.head())
    expect(heads.size).toBe(4)
    expect(damaged()).toEqual([])
  })

  it('keeps the chain whole when a savepoint is taken back in the middle of a unit', () => {
    const { history, transact, savepoint, damaged, database } = world()
    transact((unit) => {
      history.append(unit, aChange('one'))
      const failing = (): never => {
        history.append(unit, aChange('two'))
        history.append(unit, aChange('two'))
        throw new Error('this item fails')
      }
      expect(() => savepoint(unit, failing)).toThrow('this item fails')
      history.append(unit, aChange('three'))
    })
    expect(database.prepare('SELECT seq FROM log').pluck().all()).toEqual([1, 2])
    expect(damaged()).toEqual([])
  })

  it('keeps the chain whole when another connection writes in between', () => {
    const { history, append, file, damaged } = world()
    const other = openAt(file)
    const otherHistory = createHistory(other.database, stillClock)
    append(aChange('one'))
    other.transact((unit) => {
      otherHistory.append(unit, aChange('two'))
    })
    append(aChange('three'))
    expect(otherHistory.head()).toBe(history.head())
    expect(damaged()).toEqual([])
  })

  it('calls a change whose values are no JSON any more damage', () => {
    const { history, append, database, attempt } = world()
    append(aChange('one'))
    database.pragma('ignore_check_constraints = ON')
    database.exec("UPDATE change SET after = '{'")
    const read = attempt(() => history.changesOf('one' as GestureUid))
    expect(errorOf(read).code).toBe('storage/damaged')
  })

  it.each<readonly [string, Json]>([
    ['half of a surrogate pair', { quote: 'cut \ud83d', '\udc00': 1 }],
    ['a backslash that looks like one', { quote: 'C:\\ud800\\u0041' }],
    ['every kind of JSON', [0, -1.5e300, '', null, true, { b: 1, a: [] }, '\u0000\u2028é']],
  ])('seals %s', (_name, after) => {
    const { append, damaged, history } = world()
    append(aChange('one', { after }))
    expect(damaged()).toEqual([])
    expect(JSON.stringify(history.changesOf('one' as GestureUid)[0]?.after)).not.toContain('\\ud83d')
  })
})
