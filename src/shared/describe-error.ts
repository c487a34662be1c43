import type { AppError } from './app-error.ts'
import type { ErrorMessage } from './error-message.ts'
import { ERROR_MESSAGES } from './error-messages.ts'
import type { Json } from './json.ts'

/** The words for an error, details filled in; a detail that is missing reads as “unknown”. */
export function describeError(error: AppError): ErrorMessage {
  const { what, means, todo } = ERROR_MESSAGES[error.code]
  const fill = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => inWords(error.details[name]))
  return { what: fill(what), means: fill(means), todo: fill(todo) }
}

function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return 'unknown'
  if (typeof value === 'object')
    return Array.isArray(value) ? value.map((one: Json) => inWords(one)).join(', ') : JSON.stringify(value)
  return String(value)
}
