/**
 * Calls once when a frame's document has been parsed: without waiting for its pictures, as `load` does. The `load` event of
 * the frame must be listened to as well; a window that is not shown has no animation frames.
 */
export function whenParsed(frame: HTMLIFrameElement, parsed: () => void): () => void {
  let handle = 0
  const look = (): void => {
    const document = frame.contentDocument
    if (document !== null && document.URL !== 'about:blank' && document.readyState !== 'loading') parsed()
    else handle = requestAnimationFrame(look)
  }
  handle = requestAnimationFrame(look)
  return () => {
    cancelAnimationFrame(handle)
  }
}
