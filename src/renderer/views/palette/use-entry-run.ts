import { assertNever } from '../../../shared/assert-never.ts'
import type { CommandId } from '../../commands/command-list.ts'
import { runCommand } from '../../commands/running.ts'
import { usePlace } from '../../stores/place.ts'
import type { Place } from '../../stores/window-place.ts'
import type { PaletteEntry } from './palette-entries.ts'
import type { Typed } from './read-typed.ts'

/** Does what a line of the palette says, once the palette is gone and the focus is back where it was. */
export function useEntryRun(): (entry: PaletteEntry, typed: Typed) => Promise<void> {
  const place = usePlace()
  return async (entry, typed) => {
    await new Promise((resolve) => setTimeout(resolve))
    if (entry.kind === 'command') runCommand(entry.id as CommandId)
    else place.go(placeOf(entry, typed))
  }
}

function placeOf(entry: Exclude<PaletteEntry, { readonly kind: 'command' }>, { mode, words }: Typed): Place {
  switch (entry.kind) {
    case 'article':
      return { view: 'reader', article: entry.row.uid, target: null, query: mode === 'text' ? words : null }
    case 'tag':
      return { view: 'library', scope: { kind: 'tag', tag: entry.label } }
    case 'collection':
      return { view: 'library', scope: { kind: 'collection', path: entry.path } }
    case 'text':
    case 'author':
      return { view: 'search', query: entry.query }
    default:
      return assertNever(entry)
  }
}
