import { expect, test } from 'vitest'
import { ERROR_MESSAGES } from '../../../src/shared/error-messages.ts'

test('the words of errors fit the window as well: no option of the command line, no command in quotation marks', () => {
  const odd = Object.entries(ERROR_MESSAGES).filter(([, { what, means, todo }]) =>
    /(?:^|\s)--\w|command line|"(?:verify|restore|show|serve|import|rebuild|undo|backup)\b/.test(
      [what, means, todo].join(' '),
    ),
  )
  expect(odd.map(([code]) => code)).toEqual([])
})
