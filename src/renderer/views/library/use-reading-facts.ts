import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Article } from '../../../shared/model/article.ts'
import { readingMinutes } from '../../composables/reading-minutes.ts'

/** How long an article takes, how much of that is left, and its tags, in one line. */
export function useReadingFacts(article: () => Article | null): ComputedRef<string> {
  const { t } = useI18n()
  return computed(() => {
    const shown = article()
    if (shown === null) return ''
    const tags = shown.tags.map((tag) => `#${tag}`)
    return [minutes(shown), ...tags].join('\u2003')
  })

  function minutes({ url, words, position, state }: Article): string {
    if (words === 0) return t(url === null ? 'library.noText' : 'library.linkOnly')
    const n = readingMinutes(words)
    const share = position.furthest?.share ?? 0
    if (share <= 0 || state === 'read') return t('library.minutes', { n })
    return t('library.minutesLeft', { n, left: Math.max(1, Math.round(n * (1 - share))) })
  }
}
