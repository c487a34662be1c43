/** A window whose constructors belong to it: ranges are painted only by the registry and classes of their own window. */
export type FrameWindow = Window & typeof globalThis

/** The window of a frame, if its document can be reached. */
export function windowOf(frame: HTMLIFrameElement): FrameWindow | null {
  const { contentWindow } = frame
  if (contentWindow === null || frame.contentDocument === null) return null
  // A window always has its globals; the DOM's types tell the two apart.
  return contentWindow as FrameWindow
}
