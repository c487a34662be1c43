import type { Capabilities } from '../../shared/ipc/host-contract.ts'
import type { Chord, ParsedKeys } from './parse-keys.ts'

const SIGNS: Readonly<Record<string, string>> = {
  Enter: '↩',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Delete: 'Del',
  ' ': 'Space',
  '-': '−',
  '=': '+',
}

/** Keys as caps show them: `⇧⌘I` on a Mac, `Ctrl+Shift+I` elsewhere, `G then L`. */
export function showKeys(keys: ParsedKeys, platform: Capabilities['platform']): string {
  return keys.map((chord) => showChord(chord, platform === 'mac')).join(' then ')
}

function showChord({ key, mod, shift }: Chord, isMac: boolean): string {
  const name = SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (isMac) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  return `${mod ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${name}`
}
