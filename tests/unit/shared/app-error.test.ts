import { describe, expect, it } from 'vitest'
import { appError } from '../../../src/shared/app-error.ts'
import { describeError } from '../../../src/shared/describe-error.ts'
import { ERROR_MESSAGES } from '../../../src/shared/error-messages.ts'

describe('an expected failure', () => {
  it('does not compile without the details that its words speak of', () => {
    // @ts-expect-error The words say how long: `seconds`.
    appError('import/too-slow', { source: 'a.html' })
    // @ts-expect-error The words name the file.
    appError('storage/not-found')
    expect(appError('import/too-slow', { seconds: 30, source: 'a.html' }).details).toEqual({
      seconds: 30,
      source: 'a.html',
    })
  })

  it('needs the details of every code it may turn out to be', () => {
    const isMissing = ERROR_MESSAGES['storage/not-found'].what.includes('{file}')
    // @ts-expect-error One of the two speaks of the format.
    appError(isMissing ? 'storage/not-found' : 'export/unknown-format', { file: 'a', known: 'markdown' })
    const failure = appError(isMissing ? 'storage/not-found' : 'export/unknown-format', {
      file: 'a',
      format: 'pdf',
      known: ['markdown', 'epub'],
    })
    expect(describeError(failure).what).toBe('There is no archive at a.')
  })

  it('reads well with lists, objects and facts that nobody knows', () => {
    const found = { found: null, known: ['html', 'markdown'] }
    expect(describeError(appError('import/unknown-format', found))).toMatchObject({
      what: 'Offprint does not read this kind of file yet: unknown.',
      todo: 'Formats that are read: html, markdown.',
    })
    const reason = { column: 3, expected: ['id'] }
    expect(describeError(appError('import/malformed', { reason })).what).toBe(
      'It cannot be read: {"column":3,"expected":["id"]}.',
    )
  })

  it('carries no details where its words need none', () => {
    expect(appError('ipc/superseded')).toEqual({ code: 'ipc/superseded', details: {} })
    expect(appError('import/empty', { line: 7 }).details).toEqual({ line: 7 })
  })
})
