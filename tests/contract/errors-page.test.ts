import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appError } from '../../src/shared/app-error.ts'
import { describeError } from '../../src/shared/describe-error.ts'
import { ERROR_CODES } from '../../src/shared/error-code.ts'
import { ERROR_MESSAGES } from '../../src/shared/error-messages.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8')

describe('codes, messages and docs/errors.md', () => {
  it('hold the same codes', () => {
    const listed = [...page.matchAll(/^\| `([a-z-]+(?:\/[a-z-]+)?)` \|/gm)].map(([, code]) => code)
    expect(listed.toSorted()).toEqual([...ERROR_CODES].toSorted())
    expect(Object.keys(ERROR_MESSAGES).toSorted()).toEqual([...ERROR_CODES].toSorted())
  })

  it.each(ERROR_CODES)('say the same words for %s', (code) => {
    const { what, means, todo } = ERROR_MESSAGES[code]
    expect(page).toContain(`| \`${code}\` | ${what} | ${means} | ${todo} |`)
  })

  it('have three whole sentences each, without blame, please or exclamation', () => {
    for (const message of Object.values(ERROR_MESSAGES)) {
      for (const sentence of Object.values(message)) {
        expect(sentence).toMatch(/^[A-Z{].*[.}]$/)
        expect(sentence).not.toMatch(/please|oops|sorry|!/i)
      }
    }
  })

  it('fill in details, and say "unknown" for one that is missing', () => {
    expect(describeError(appError('import/path-not-found', { path: 'a.txt' })).what).toBe('There is nothing at a.txt.')
    expect(describeError(appError('import/path-not-found', { path: null })).what).toBe('There is nothing at unknown.')
  })
})
