import { useLibrary } from '../../stores/library.ts'

/** What the list's keys need of the list. */
export interface ListKeysOptions {
  readonly rowsInSight: () => number
  /** Brings a row into sight. */
  readonly moved: (index: number) => void
  readonly open: () => void
}

/** The keys of a list box that holds more rows than are drawn: arrows, pages, ends; with Shift a range, with Ctrl alone. */
export function useListKeys({ rowsInSight, moved, open }: ListKeysOptions) {
  const library = useLibrary()

  function target(key: string): number | null {
    const last = (library.total ?? 0) - 1
    const here = library.active?.index ?? -1
    const to: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here < 0 ? last : here - 1,
      PageDown: here + rowsInSight(),
      PageUp: here - rowsInSight(),
      Home: 0,
      End: last,
    }
    const wanted = to[key]
    return wanted === undefined || last < 0 ? null : Math.min(last, Math.max(0, wanted))
  }

  function press(event: KeyboardEvent): void {
    if (event.altKey) return
    const isMore = event.ctrlKey || event.metaKey
    if (event.key === ' ' && isMore) {
      event.preventDefault()
      if (library.active !== null) void library.activate(library.active.index, 'toggle')
      return
    }
    if (event.key === 'Enter' && !isMore && !event.shiftKey) {
      event.preventDefault()
      open()
      return
    }
    const index = target(event.key)
    if (index === null) return
    event.preventDefault()
    move(index, event.shiftKey ? 'range' : isMore ? 'keep' : 'only')
  }

  function move(index: number, how: 'only' | 'range' | 'keep'): void {
    void library.activate(index, how).then(() => moved(index))
  }

  /** One row on or back, as J and K do from anywhere. */
  function step(by: 1 | -1): void {
    const index = target(by === 1 ? 'ArrowDown' : 'ArrowUp')
    if (index !== null) move(index, 'only')
  }

  return { press, step }
}
