import { appError, Failure } from '../../shared/app-error.ts'

/**
 * The name of a tag or collection as it is kept.
 *
 * @throws Failure `archive/bad-name` for an empty one.
 */
export function nameOf(given: string): string {
  const name = given.trim().toWellFormed()
  if (name === '') throw new Failure(appError('archive/bad-name', { name: given }))
  return name
}
