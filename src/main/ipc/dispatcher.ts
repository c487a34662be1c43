import * as v from 'valibot'
import { appError } from '../../shared/app-error.ts'
import type { RequestName } from '../../shared/ipc/contract.ts'
import { err, type Result } from '../../shared/result.ts'
import { GUARDS } from './guards.ts'
import type { RequestHandlers } from './request-handlers.ts'
import type { ReportBug } from './report-bug.ts'

/** Answers any request by name; never throws and never rejects. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>

/**
 * The one gate to the core: own-property look-up of the name, then the guard, then the handler. It alone catches bugs:
 * logged with their stack under an incident id, answered as `internal` with that id.
 */
export function createDispatcher(handlers: Partial<RequestHandlers>, reportBug: ReportBug): Dispatch {
  return async (name, input) => {
    if (!isRequest(name) || handlers[name] === undefined)
      return err(appError('ipc/unknown-request', { name: name.slice(0, 100) }))
    const checked = v.safeParse(GUARDS[name], input)
    if (!checked.success) return err(appError('ipc/bad-input', { name, issues: describeIssues(checked.issues) }))
    try {
      const handle = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>
      return await handle(checked.output)
    } catch (bug) {
      return err(appError('internal', { incident: reportBug(bug) }))
    }
  }
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(GUARDS, name)
}

/** Where and what, for the log and the developer; no values, which may be private. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): readonly string[] {
  return issues
    .slice(0, 5)
    .map((issue) => `${v.getDotPath(issue) ?? 'input'}: expected ${issue.expected ?? 'another shape'}`)
}
