import type { ErrorCode } from './error-code.ts'
import type { ErrorMessage } from './error-message.ts'
import type { ERROR_MESSAGES } from './error-messages.ts'

type Placeholder<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

/** Names of the details that the words of a code speak of; of several codes, the names of them all. */
export type ErrorDetail<Code extends ErrorCode> = Code extends ErrorCode
  ? Placeholder<(typeof ERROR_MESSAGES)[Code][keyof ErrorMessage]>
  : never
