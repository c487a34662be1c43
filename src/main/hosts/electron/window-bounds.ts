import type { Json, JsonObject } from '../../../shared/json.ts'

/** A rectangle of the screen, in pixels that do not depend on its density. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window is, as it is remembered. */
export interface WindowPlace {
  /** Null = in the middle of the screen, in the usual size. */
  readonly bounds: Bounds | null
  readonly maximized: boolean
}

/** The window before anybody moves it. */
export const USUAL_SIZE = { width: 1440, height: 900 } as const
/** The smallest window that everything fits in. */
export const LEAST_SIZE = { width: 800, height: 560 } as const

/** How much of the window must lie on a screen to be found and moved by hand, in pixels. */
const SEEN = 80

/** Reads what was remembered; a window that would lie outside the screens that are there now goes to the middle. */
export function readPlace(saved: Json | undefined, screens: readonly Bounds[]): WindowPlace {
  const { x, y, width, height, maximized } = isObject(saved) ? saved : ({} as JsonObject)
  const sizes = { x: whole(x), y: whole(y), width: whole(width), height: whole(height) }
  const known = sizes.x !== null && sizes.y !== null && sizes.width !== null && sizes.height !== null
  const bounds = known ? { ...(sizes as Bounds) } : null
  const isSeen = bounds !== null && screens.some((screen) => overlap(bounds, screen))
  return { bounds: isSeen ? bounds : null, maximized: maximized === true }
}

/** The title bar has to be seen: the upper edge and a part of the width. */
function overlap(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= SEEN && window.y >= screen.y - 10 && window.y <= screen.y + screen.height - SEEN
}

function whole(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
