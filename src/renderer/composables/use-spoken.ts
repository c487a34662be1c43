import { refThrottled } from '@vueuse/core'
import { computed, type Ref } from 'vue'

/** Milliseconds between two things said of the same work: a screen reader reads each to its end. */
const PAUSE = 5000

/** What a `status` region says, changed at most every five seconds; the last word always comes. */
export function useSpoken(sentence: () => string): Readonly<Ref<string>> {
  return refThrottled(computed(sentence), PAUSE, true, true)
}
