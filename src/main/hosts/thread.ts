/** A thread or process of its own, as its host sees it. */
export interface HostThread {
  readonly postMessage: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** It ended: by itself, by an error, or because it was told to. */
  readonly onExit: (listener: () => void) => void
  /** Ends it at once, whatever it does; comes back when it has ended. */
  readonly end: () => Promise<void>
}

/** Limits of V8's heap in MiB. Near them it collects sooner instead of growing; past `old` the thread ends. */
export interface HeapLimits {
  /** V8's own limit when not said. */
  readonly old?: number
  /** Of new values; three times the half-space that V8 fills before it collects. */
  readonly young: number
}

/** What a thread is started with. */
export interface ThreadOptions {
  /** Plain data, which the thread's entry reads when it starts. */
  readonly data?: object
  /** Most memory in MiB, where that can be bounded. */
  readonly memory?: number
  /** How the heap of a worker thread grows; a process of its own has V8's limits. */
  readonly heap?: HeapLimits
  /** Whether it keeps the host running. */
  readonly background?: boolean
}

/** Starts a file as a thread: a worker thread, or a process of Electron. */
export type StartThread = (entry: string, options: ThreadOptions) => HostThread
