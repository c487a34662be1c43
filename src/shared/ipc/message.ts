/** A request on its way to the core. */
export interface RequestMessage {
  readonly kind: 'request'
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** The core's answer to the request of that id: a `Result`. */
export interface AnswerMessage {
  readonly kind: 'answer'
  readonly id: number
  readonly result: unknown
}

/** An event of the core. */
export interface EventMessage {
  readonly kind: 'event'
  readonly name: string
  readonly payload: unknown
}

/** A request of the host itself (bytes for frames, closing): never made from what a window sent. */
export interface InternalMessage {
  readonly kind: 'internal'
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** What crosses the border of the core's process or thread. */
export type CoreMessage = RequestMessage | InternalMessage | AnswerMessage | EventMessage

/** The core's end of the pipe to its host: Electron's, a worker thread's, or two joined in memory. */
export interface CorePort {
  readonly postMessage: (message: CoreMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}
