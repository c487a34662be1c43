import * as v from 'valibot'
import { appError } from '../../shared/app-error.ts'
import type { HostRequestName, HostRequests } from '../../shared/ipc/host-contract.ts'
import { err, type Result } from '../../shared/result.ts'
import { describeIssues, type Dispatch } from './dispatcher.ts'
import { GUARDS } from './guards.ts'
import { HOST_GUARDS } from './host-guards.ts'
import type { ReportBug } from './report-bug.ts'

/** What answers the host's requests. */
export type HostHandlers = {
  readonly [Name in HostRequestName]: (
    input: HostRequests[Name]['input'],
  ) => Result<HostRequests[Name]['output']> | Promise<Result<HostRequests[Name]['output']>>
}

/** What a window can reach: the host's own requests, and the core's. */
export interface HostDispatchOptions {
  readonly handlers: HostHandlers
  /** Passes a request of the core's contract on; the core's dispatcher checks its input. */
  readonly core: (name: string, input: unknown) => Promise<unknown>
  readonly reportBug: ReportBug
}

/** The one gate from a window: only names of the two contracts pass, by own-property look-up. */
export function createHostDispatcher({ handlers, core, reportBug }: HostDispatchOptions): Dispatch {
  return async (name, input) => {
    if (Object.hasOwn(GUARDS, name)) return (await core(name, input)) as Result<unknown>
    if (!isHostRequest(name)) return err(appError('ipc/unknown-request', { name: name.slice(0, 100) }))
    const checked = v.safeParse(HOST_GUARDS[name], input)
    if (!checked.success) return err(appError('ipc/bad-input', { name, issues: describeIssues(checked.issues) }))
    try {
      const handle = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>
      return await handle(checked.output)
    } catch (bug) {
      return err(appError('internal', { incident: reportBug(bug) }))
    }
  }
}

function isHostRequest(name: string): name is HostRequestName {
  return Object.hasOwn(HOST_GUARDS, name)
}
