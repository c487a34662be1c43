import type { TextRange } from '../../shared/text/text-range.ts'
import type { FrameSession } from './frame-session.ts'
import type { Point } from './hit-test.ts'
import type { Mark } from './mark.ts'
import { selectedRange } from './selected-range.ts'

/** What happens in an article, in terms of its text. Points are in the frame's viewport, CSS pixels. */
export interface FrameHandlers {
  /** A selection came to rest (null: none any more). */
  readonly selected: (range: TextRange | null) => void
  /** A click on marks, the shortest first. */
  readonly opened: (marks: readonly Mark[], point: Point) => void
  /** A click beside marks, links and selections. */
  readonly missed: () => void
  /** Marks under the pointer, the shortest first. */
  readonly hovered: (marks: readonly Mark[]) => void
  /** A link out of the article was followed: nothing has happened yet. */
  readonly link: (url: string) => void
  /** A link within the article was followed, to this element. */
  readonly fragment: (element: Element) => void
}

/** Listens from outside: the frame runs no script. Ends with the answer. */
export function bindFrameEvents(frame: HTMLIFrameElement, session: FrameSession, handlers: FrameHandlers): () => void {
  const ended = new AbortController()
  const { document } = session.window
  const on = <Name extends keyof DocumentEventMap>(name: Name, listener: (event: DocumentEventMap[Name]) => void) => {
    document.addEventListener(name, listener, { signal: ended.signal })
  }
  listenToSelection(session, handlers, on)
  on('click', (event) => {
    if (followLink(event, handlers) || !isCollapsed(session)) return
    const point = { x: event.clientX, y: event.clientY }
    const marks = session.hitTest.marksAt(point)
    if (marks.length > 0) handlers.opened(marks, point)
    else handlers.missed()
  })
  // The middle button would open a link without asking.
  on('auxclick', (event) => followLink(event, handlers))
  on('mousemove', (event) => {
    if (event.buttons === 0) handlers.hovered(session.hitTest.marksAt({ x: event.clientX, y: event.clientY }))
  })
  on('mouseleave', () => {
    handlers.hovered([])
  })
  passOn(frame, on)
  return () => {
    ended.abort()
  }
}

type Listen = <Name extends keyof DocumentEventMap>(
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
) => void

function listenToSelection(session: FrameSession, { selected }: FrameHandlers, on: Listen): void {
  let isPressed = false
  const tell = (): void => selected(selectedRange(session))
  on('pointerdown', ({ button }) => {
    isPressed = button === 0
  })
  // The selection of a click is settled only after the event. The timer is the parent's: the frame runs none.
  // A press ends by cancelling when a finger held long selects a word, and when selected words are dragged.
  for (const end of ['pointerup', 'pointercancel'] as const) {
    on(end, () => {
      isPressed = false
      setTimeout(tell, 0)
    })
  }
  on('selectionchange', () => {
    if (!isPressed) tell()
  })
}

/* Keys and presses in the frame are the window's as well: its shortcuts, its menus that close. */
function passOn(frame: HTMLIFrameElement, on: Listen): void {
  for (const name of ['keydown', 'keyup'] as const) {
    on(name, (event) => {
      const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat } = event
      const init = { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, bubbles: true, cancelable: true }
      if (!frame.dispatchEvent(new KeyboardEvent(name, init))) event.preventDefault()
    })
  }
  on('pointerdown', ({ button, pointerType }) => {
    frame.dispatchEvent(new PointerEvent('pointerdown', { button, pointerType, bubbles: true }))
  })
}

function followLink(event: MouseEvent, { link, fragment }: FrameHandlers): boolean {
  const target = elementOf(event.target)
  const anchor = target?.closest('a[href]')
  const href = anchor?.getAttribute('href')
  if (href === null || href === undefined) return false
  event.preventDefault()
  if (!href.startsWith('#')) link(href)
  else {
    const element = anchor?.ownerDocument.getElementById(decodeFragment(href.slice(1)))
    if (element !== null && element !== undefined) fragment(element)
  }
  return true
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/* `instanceof` would ask the wrong window. */
function elementOf(target: EventTarget | null): Element | null {
  return target !== null && 'closest' in target ? (target as Element) : null
}

function isCollapsed({ window }: FrameSession): boolean {
  return window.getSelection()?.isCollapsed ?? true
}
