import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { writeNoteLink } from '../../../shared/text/note-links.ts'
import { findLinkOptions, type LinkOption } from '../../stores/link-options.ts'
import { openBrackets, type OpenBrackets } from './open-brackets.ts'

/** Completion of `[[` in a field of text. */
export interface LinkCompletion {
  /** What is offered; null while nothing is asked for or nothing is known yet. */
  readonly options: ShallowRef<readonly LinkOption[] | null>
  readonly at: ShallowRef<number>
  readonly isOpen: ComputedRef<boolean>
  /** Looks whether brackets are open at the caret; after every input and movement. */
  readonly look: () => void
  /** Takes a key while the list is open; answers whether it did. */
  readonly press: (event: KeyboardEvent) => boolean
  readonly choose: (index: number) => void
  readonly close: () => void
}

/** Offers what the typed words may mean, and writes the chosen link in the place of brackets and words. */
export function useLinkCompletion(field: Readonly<ShallowRef<HTMLTextAreaElement | null>>): LinkCompletion {
  const options = shallowRef<readonly LinkOption[] | null>(null)
  const at = shallowRef(0)
  let brackets: OpenBrackets | null = null
  /** Where brackets were left open on purpose. */
  let dismissed: number | null = null
  let asked = 0

  function look(): void {
    const { value: element } = field
    const found = element === null ? null : openBrackets(element.value, element.selectionStart)
    if (found === null || element?.selectionStart !== element?.selectionEnd) {
      dismissed = null
      close()
    } else if (found.start !== dismissed && (brackets?.start !== found.start || brackets.words !== found.words)) {
      brackets = found
      void offer(found.words)
    }
  }

  async function offer(words: string): Promise<void> {
    const mine = ++asked
    const found = await findLinkOptions(words)
    if (mine !== asked) return
    options.value = found
    at.value = 0
  }

  function close(): void {
    asked++
    brackets = null
    options.value = null
  }

  function choose(index: number): void {
    const { value: element } = field
    const option = options.value?.[index]
    if (element === null || option === undefined || brackets === null) return
    const end = element.selectionStart
    const closed = /^(?:\]\]|］］|」」)/.exec(element.value.slice(end))?.[0].length ?? 0
    const written = writeNoteLink(option.words, option.to)
    element.setSelectionRange(brackets.start, end + closed)
    close()
    insert(element, written)
  }

  function pressInList({ key, shiftKey }: KeyboardEvent, count: number): boolean {
    if (key === 'ArrowDown') at.value = (at.value + 1) % count
    else if (key === 'ArrowUp') at.value = (at.value + count - 1) % count
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) choose(at.value)
    else return false
    return true
  }

  function press(event: KeyboardEvent): boolean {
    const count = options.value?.length ?? 0
    if (options.value === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'Escape') {
      dismissed = brackets?.start ?? null
      close()
      return true
    }
    return count > 0 && pressInList(event, count)
  }

  return { options, at, isOpen: computed(() => options.value !== null), look, press, choose, close }
}

/** As if it were typed, so that the field's own undo takes it back; the field hears of it by its `input` event. */
function insert(element: HTMLTextAreaElement, words: string): void {
  element.focus()
  // Deprecated, but the only way to write into a field's own history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isDone = typeof document.execCommand === 'function' && document.execCommand('insertText', false, words)
  if (isDone) return
  element.setRangeText(words, element.selectionStart, element.selectionEnd, 'end')
  element.dispatchEvent(new Event('input', { bubbles: true }))
}
