/** One key with what is held: `key` as `KeyboardEvent.key` names it, letters in lower case. */
export interface Chord {
  readonly key: string
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod: boolean
  readonly shift: boolean
}

/** Keys pressed one after the other; mostly one. */
export type ParsedKeys = readonly Chord[]

/** Reads `Mod+K`, `Shift+F6` or `G L`. `Space` is the space bar. */
export function parseKeys(keys: string): ParsedKeys {
  return keys.split(' ').map(parseChord)
}

function parseChord(chord: string): Chord {
  // A plus sign itself stands last: `Mod++`.
  const parts = chord.split(/\+(?=.)/)
  const last = parts.at(-1) ?? ''
  const key = last === 'Space' ? ' ' : last.length === 1 ? last.toLowerCase() : last
  return { key, mod: parts.includes('Mod'), shift: parts.includes('Shift') }
}
