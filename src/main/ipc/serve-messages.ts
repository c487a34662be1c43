import { appError } from '../../shared/app-error.ts'
import type { AnswerMessage, CoreMessage, CorePort, InternalMessage, RequestMessage } from '../../shared/ipc/message.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Dispatch } from './dispatcher.ts'
import type { InternalHandlers, InternalName } from './internal-requests.ts'
import type { ReportBug } from './report-bug.ts'

/** What a thread serves. */
export interface ThreadService {
  /** The window's requests. */
  readonly dispatch: Dispatch
  /** Handlers of the host's own requests, the one of this name among them if there is one. */
  readonly internal: (name: string) => Promise<Partial<InternalHandlers>>
  readonly reportBug: ReportBug
}

/** Answers every request message, the window's by the dispatcher; what is no request message is ignored. */
export function serveMessages(port: CorePort, service: ThreadService): void {
  async function answer(message: RequestMessage | InternalMessage): Promise<void> {
    const { kind, id, name, input } = message
    const result = kind === 'request' ? await service.dispatch(name, input) : await answerHost(service, name, input)
    const answered: AnswerMessage = { kind: 'answer', id, result }
    port.postMessage(answered)
  }
  port.onMessage((message) => {
    if (isRequest(message)) void answer(message)
  })
}

async function answerHost(
  { internal, reportBug }: ThreadService,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  const handlers = await internal(name)
  const handle = Object.hasOwn(handlers, name) ? handlers[name as InternalName] : undefined
  if (handle === undefined) return err(appError('ipc/unknown-request', { name: name.slice(0, 100) }))
  try {
    return await (handle as (input: unknown) => Result<unknown> | Promise<Result<unknown>>)(input)
  } catch (bug) {
    return err(appError('internal', { incident: reportBug(bug) }))
  }
}

function isRequest(message: unknown): message is Extract<CoreMessage, { kind: 'request' | 'internal' }> {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id, name } = message as Record<string, unknown>
  return (kind === 'request' || kind === 'internal') && typeof id === 'number' && typeof name === 'string'
}
