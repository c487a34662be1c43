import type { AnswerMessage, CoreMessage, CorePort } from '../../shared/ipc/message.ts'
import type { Dispatch } from './dispatcher.ts'

/** Name of the one message that is no request of the contract: close the archive in order, then answer. */
export const CLOSE = 'thread.close'

/** Answers every request message by the dispatcher; what is no request message is ignored. */
export function serveMessages(port: CorePort, dispatch: Dispatch, close: () => Promise<void>): void {
  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const result = name === CLOSE ? await close().then(() => ({ ok: true, value: {} })) : await dispatch(name, input)
    const message: AnswerMessage = { kind: 'answer', id, result }
    port.postMessage(message)
  }
  port.onMessage((message) => {
    if (!isRequest(message)) return
    void answer(message.id, message.name, message.input)
  })
}

function isRequest(message: unknown): message is Extract<CoreMessage, { kind: 'request' }> {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id, name } = message as Record<string, unknown>
  return kind === 'request' && typeof id === 'number' && typeof name === 'string'
}
