import { keyPlaceOf } from './key-place.ts'
import { createKeymap, type KeymapOptions } from './keymap.ts'
import { runCommand } from './running.ts'

/** Takes the keys of a window, or of a document within it; answers what ends that. */
export type ListenToKeys = (target: Window | Document) => () => void

let listen: ListenToKeys | null = null

/** Makes the one keymap of the window. */
export function startKeymap(options: Omit<KeymapOptions, 'run'>): void {
  const press = createKeymap({ ...options, run: runCommand })
  const onKeydown = (event: Event): void => {
    const key = event as KeyboardEvent
    if (key.defaultPrevented || key.isComposing) return
    if (press(key, keyPlaceOf(key.target))) key.preventDefault()
  }
  listen = (target) => {
    target.addEventListener('keydown', onKeydown)
    return () => target.removeEventListener('keydown', onKeydown)
  }
}

/** Lets the keymap hear a document's keys too: the reader's frame does not pass them on by itself. */
export const listenToKeys: ListenToKeys = (target) => listen?.(target) ?? (() => undefined)
