/** Who sends a message to the main process. */
export type FakeSender = 'window' | 'sub-frame' | 'foreign-page' | 'foreign-contents' | 'gone'

/** What a test has the fake do; each is answered. */
export type Order =
  | { readonly do: 'invoke'; readonly channel: string; readonly args: readonly unknown[]; readonly sender: FakeSender }
  | {
      readonly do: 'fetch'
      readonly url: string
      readonly headers: Readonly<Record<string, string>>
      readonly method: string
    }
  | { readonly do: 'app'; readonly event: string; readonly args: readonly unknown[] }
  | { readonly do: 'contents'; readonly event: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly do: 'window-open'; readonly url: string }
  | { readonly do: 'permission'; readonly partition: string; readonly name: string; readonly from: string }
  | { readonly do: 'load'; readonly partition: string; readonly url: string }
  | { readonly do: 'download'; readonly url: string }
  | { readonly do: 'make-session'; readonly partition: string }
  | { readonly do: 'menu'; readonly id: string }
  | { readonly do: 'answer-dialog'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly do: 'kill-core' }
  | { readonly do: 'pass-time'; readonly milliseconds: number }
  | { readonly do: 'log' }
  | { readonly do: 'close-window' }

/** Something the program did, in order. */
export interface LogEntry {
  readonly what: string
  /** Whether Electron was ready by then. */
  readonly ready: boolean
  readonly details: unknown
}

/** An answer of the scheme's handler. */
export interface FetchedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What the fake says to the test. */
export type FakeMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly kind: 'sent'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'window'; readonly preload: string; readonly url: string }
  /** The window's page could not be loaded. */
  | { readonly kind: 'no-window'; readonly reason: string }
