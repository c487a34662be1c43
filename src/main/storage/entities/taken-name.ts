import { appError, Failure } from '../../../shared/app-error.ts'

/** Throws `Failure` `archive/bad-name` when another row than the subject's own bears the name. */
export function refuseTakenName(name: string, subject: string, bearer: { readonly uid: string } | undefined): void {
  if (bearer !== undefined && bearer.uid !== subject) throw new Failure(appError('archive/bad-name', { name }))
}
