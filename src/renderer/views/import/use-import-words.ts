import { useI18n } from 'vue-i18n'
import { byteWords } from '../../composables/byte-words.ts'
import { roughDuration } from '../../composables/rough-duration.ts'
import type { ImportLedger } from '../../stores/import-ledger.ts'
import type { ImportState } from '../../stores/import-entry.ts'

/** Words for how far an import is. */
export interface ImportWords {
  readonly heading: (state: ImportState, ledger: ImportLedger) => string
  /** Pace and time left, or how long it took. */
  readonly pace: (state: ImportState) => string
  readonly duration: (seconds: number) => string
}

/** Words that begin a sentence. */
function asBeginning(words: string): string {
  const [first = '', ...rest] = Array.from(words)
  return first.toLocaleUpperCase() + rest.join('')
}

/** The words, in the language of the interface. */
export function useImportWords(): ImportWords {
  const { t, n, locale } = useI18n()

  function duration(seconds: number): string {
    const { unit, count } = roughDuration(seconds)
    return t(`duration.${unit}`, { n: n(count) }, count)
  }

  function heading(state: ImportState, ledger: ImportLedger): string {
    const read = ledger.found - ledger.waiting
    const numbers = { read: n(read), found: n(ledger.found) }
    switch (state.status) {
      case 'waiting':
        return t('import.headWaiting')
      case 'giving':
        return t('import.headGiving', {
          sent: byteWords(state.sent, locale.value),
          total: byteWords(state.total, locale.value),
        })
      case 'running':
        return ledger.found === 0 ? t('import.headLooking') : t('import.headRead', numbers, ledger.found)
      case 'failed':
        return t('import.headFailed')
      case 'done':
        if (state.report.cancelled) return t('import.headStopped', { read: numbers.read }, read)
        return t('import.headDone', { n: numbers.read }, read)
    }
  }

  function pace(state: ImportState): string {
    if (state.status === 'done') return t('import.took', { time: duration(state.report.seconds) })
    if (state.status !== 'running' || state.progress === null) return ''
    if (state.paused) return t('import.paused')
    const { rate, remaining } = state.progress
    const speed =
      rate >= 1
        ? t('import.perSecond', { n: n(Math.round(rate)) })
        : t('import.perMinute', { n: n(Math.round(rate * 60)) })
    return remaining === null
      ? t('import.counting', { speed })
      : t('import.left', { time: asBeginning(duration(remaining)), speed })
  }

  return { heading, pace, duration }
}
