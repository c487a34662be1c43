import { COMMANDS, type Command, type CommandId } from './command-list.ts'
import type { Chord } from './parse-keys.ts'

/** A key as pressed: what of `KeyboardEvent` the keymap reads. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly timeStamp: number
}

/** Where the focus is, as far as keys care. */
export type KeyPlace =
  /** Nothing that wants keys for itself. */
  | 'free'
  /** A button or link, which Enter and Space press. */
  | 'button'
  /** A field, which takes all keys without a modifier. */
  | 'field'
  /** Inside a dialog or menu, whose keys are its own. */
  | 'dialog'

/** What the keymap depends on. */
export interface KeymapOptions {
  readonly isMac: boolean
  /** Whether keys without a modifier do something. */
  readonly singleKeys: () => boolean
  /** Does the command; false when nobody can at the moment. */
  readonly run: (id: CommandId) => boolean
}

/** Longest time between the keys of a sequence, milliseconds. */
const SEQUENCE = 1200
/** Keys that work even in a field: they write nothing. */
const WORKS_IN_FIELDS: ReadonlySet<string> = new Set(['F6'])

/** Makes the function that takes a key and does its command; it answers whether the key was used. */
export function createKeymap({ isMac, singleKeys, run }: KeymapOptions): (key: PressedKey, place: KeyPlace) => boolean {
  let begun: { readonly chords: readonly Chord[]; readonly at: number } | null = null

  return (pressed, place) => {
    const chord = chordOf(pressed, isMac)
    if (chord === null || !isAllowed(chord, place, singleKeys())) {
      begun = null
      return false
    }
    const before = begun !== null && pressed.timeStamp - begun.at <= SEQUENCE ? begun.chords : []
    begun = null
    const isUsed = before.length > 0 && fits([...before, chord]).some((command) => run(command.id))
    if (isUsed) return true
    if (begins(chord)) {
      begun = { chords: [chord], at: pressed.timeStamp }
      return true
    }
    return fits([chord]).some((command) => run(command.id))
  }
}

function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey, isMac: boolean): Chord | null {
  if (altKey || (isMac ? ctrlKey : metaKey) || key === 'Shift' || key === 'Dead') return null
  return { key: key.length === 1 ? key.toLowerCase() : key, mod: isMac ? metaKey : ctrlKey, shift: shiftKey }
}

function isAllowed({ key, mod }: Chord, place: KeyPlace, singleKeys: boolean): boolean {
  if (place === 'dialog') return false
  if (mod || WORKS_IN_FIELDS.has(key)) return true
  if (place === 'field') return false
  if (place === 'button' && (key === 'Enter' || key === ' ')) return false
  // Turning single keys off is for letters spoken or bumped by chance; Enter, arrows and Escape stay.
  return singleKeys || key.length > 1
}

function begins(chord: Chord): boolean {
  return COMMANDS.some(({ keys }) => keys.some((way) => way.length > 1 && isSame(way[0], chord)))
}

function fits(chords: readonly Chord[]): readonly Command[] {
  return COMMANDS.filter(({ keys }) =>
    keys.some((way) => way.length === chords.length && way.every((one, at) => isSame(one, chords[at]))),
  )
}

/** Signs such as `?` and `+` need Shift on some keyboards and not on others, so it does not count for them. */
function isSame(wanted: Chord | undefined, pressed: Chord | undefined): boolean {
  if (wanted === undefined || pressed === undefined) return false
  const isSign = wanted.key.length === 1 && !/[\p{L}\p{N} ]/u.test(wanted.key)
  return wanted.key === pressed.key && wanted.mod === pressed.mod && (isSign || wanted.shift === pressed.shift)
}
