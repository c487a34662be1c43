import type { RequestName, Requests } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'

/** What answers each request; synchronous ones too, the dispatcher awaits. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: Requests[Name]['input'],
  ) => Result<Requests[Name]['output']> | Promise<Result<Requests[Name]['output']>>
}
