import { shallowRef, type ShallowRef } from 'vue'

/** Says things to screen readers, politely. */
export interface Announcer {
  /** What stands in the status region. */
  readonly words: ShallowRef<string>
  readonly say: (words: string) => void
}

/** The same words twice are said twice: a space that is not heard makes them different. */
export function useAnnouncer(): Announcer {
  const words = shallowRef('')
  return {
    words,
    say: (next) => {
      words.value = words.value === next ? `${next}\u00a0` : next
    },
  }
}
