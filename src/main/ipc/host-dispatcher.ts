import * as v from 'valibot'
import { appError } from '../../shared/app-error.ts'
import type { HostRequestName, HostRequests } from '../../shared/ipc/host-contract.ts'
import { err, type Result } from '../../shared/result.ts'
import { describeIssues, type Dispatch } from './dispatcher.ts'
import { GUARDS } from './guards.ts'
import { HOST_GUARDS } from './host-guards.ts'
import { isShallow, TOO_DEEP } from './nesting.ts'
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

/** The one gate from a window: only names of the two contracts pass, by own-property look-up. Never rejects. */
export function createHostDispatcher({ handlers, core, reportBug }: HostDispatchOptions): Dispatch {
  const answer = async (name: string, input: unknown): Promise<Result<unknown>> => {
    const isOfCore = Object.hasOwn(GUARDS, name)
    if (!isOfCore && !isHostRequest(name)) return err(appError('ipc/unknown-request', { name: name.slice(0, 100) }))
    if (!isShallow(input)) return err(appError('ipc/bad-input', { name, issues: [TOO_DEEP] }))
    if (!isHostRequest(name)) return (await core(name, input)) as Result<unknown>
    const checked = v.safeParse(HOST_GUARDS[name], input)
    if (!checked.success) return err(appError('ipc/bad-input', { name, issues: describeIssues(checked.issues) }))
    const handle = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>
    return handle(checked.output)
  }
  return async (name, input) => {
    try {
      return await answer(name, input)
    } catch (bug) {
      return err(appError('internal', { incident: reportBug(bug) }))
    }
  }
}

function isHostRequest(name: string): name is HostRequestName {
  return Object.hasOwn(HOST_GUARDS, name)
}
