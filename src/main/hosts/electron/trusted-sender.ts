import { APP_ORIGIN } from './addresses.ts'

/** What is known of who sent a message. */
export interface Sender<Contents> {
  readonly sender: Contents
  /** Null when the frame is gone. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null
}

/** Whether a message comes from the window's own page: our contents, its top frame, our origin. */
export function isTrustedSender<Contents>(
  { sender, senderFrame }: Sender<Contents>,
  ours: Contents | undefined,
): boolean {
  return sender === ours && senderFrame?.parent === null && senderFrame.origin === APP_ORIGIN
}
