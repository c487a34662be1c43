import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

/** A row's place and size in a list, as the list's virtualizer keeps them. */
export interface MeasuredRow {
  readonly key: string | number | bigint
  readonly index: number
  readonly start: number
  readonly end: number
  readonly size: number
  readonly lane: number
}

/** Where a person was in a long list, for the way back to it. */
export interface ListMemory {
  /** The row that the keyboard stands on. */
  readonly current: Ref<number>
  /** Where the list was scrolled to, in pixels. */
  readonly scroll: Ref<number>
  /** The rows that were drawn, so that the list has its heights when it is shown again. */
  readonly measured: ShallowRef<readonly MeasuredRow[]>
  /** Whether a row was opened, so that the focus goes back to it. */
  readonly wasOpened: Ref<boolean>
  readonly forget: () => void
}

/** Makes the memory of a list that is at its beginning. */
export function createListMemory(): ListMemory {
  const current = ref(0)
  const scroll = ref(0)
  const measured = shallowRef<readonly MeasuredRow[]>([])
  const wasOpened = ref(false)

  function forget(): void {
    current.value = 0
    scroll.value = 0
    measured.value = []
    wasOpened.value = false
  }

  return { current, scroll, measured, wasOpened, forget }
}
