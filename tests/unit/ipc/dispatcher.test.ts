import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDispatcher } from '../../../src/main/ipc/dispatcher.ts'
import type { RequestHandlers } from '../../../src/main/ipc/request-handlers.ts'
import { appError } from '../../../src/shared/app-error.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

function dispatcher(handlers: Partial<RequestHandlers>) {
  const bugs: unknown[] = []
  const dispatch = createDispatcher(handlers, (bug) => {
    bugs.push(bug)
    return `incident-${bugs.length}`
  })
  return { dispatch, bugs }
}

describe('the dispatcher', () => {
  it('hands a checked input to the handler and its answer back', async () => {
    const { dispatch } = dispatcher({ 'gesture.list': ({ limit }) => ok(limit === 3 ? [] : [null as never]) })
    expect(valueOf(await dispatch('gesture.list', { limit: 3 }))).toEqual([])
  })

  it.each(['nothing.here', 'toString', '__proto__', 'constructor', ''])('knows no request %j', async (name) => {
    const { dispatch } = dispatcher({})
    expect(errorOf(await dispatch(name, {})).code).toBe('ipc/unknown-request')
  })

  it.each([
    ['a missing field', {}],
    ['a wrong type', { limit: 'ten' }],
    ['an extra field', { limit: 1, evil: true }],
    ['a number out of range', { limit: 501 }],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s without calling the handler', async (_, input) => {
    const { dispatch } = dispatcher({
      'gesture.list': () => {
        throw new Error('called')
      },
    })
    expect(errorOf(await dispatch('gesture.list', input)).code).toBe('ipc/bad-input')
  })

  it('answers expected failures as they are', async () => {
    const { dispatch, bugs } = dispatcher({ 'gesture.undo': () => err(appError('archive/nothing-to-undo')) })
    expect(errorOf(await dispatch('gesture.undo', { gesture: null })).code).toBe('archive/nothing-to-undo')
    expect(bugs).toEqual([])
  })

  it('catches a bug, reports it and answers its incident', async () => {
    const { dispatch, bugs } = dispatcher({
      'gesture.undo': () => {
        throw new TypeError('a bug')
      },
    })
    expect(errorOf(await dispatch('gesture.undo', { gesture: null }))).toEqual({
      code: 'internal',
      details: { incident: 'incident-1' },
    })
    expect(bugs).toHaveLength(1)
  })

  it('answers anything at all with a result', async () => {
    const { dispatch } = dispatcher({ 'gesture.list': () => ok([]) })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.constant('gesture.list')), fc.anything(), async (name, input) => {
        expect(typeof (await dispatch(name, input)).ok).toBe('boolean')
      }),
    )
  })
})
