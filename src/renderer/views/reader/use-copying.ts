import { useI18n } from 'vue-i18n'
import { deepLink } from '../../../shared/text/deep-link.ts'
import { quoteWithCitation } from '../../composables/citation.ts'
import type { Reader } from './use-reader.ts'

/** What can be copied from the reader. */
export interface Copying {
  /** The selected words, or those of the opened highlight, with their citation. */
  readonly copyQuote: () => Promise<void>
  readonly copyText: (text: string) => Promise<void>
  /** The article's address, at the highlight that is opened. */
  readonly copyLink: () => Promise<void>
}

/** Copies and says so. */
export function useCopying(reader: Reader): Copying {
  const { t, locale } = useI18n()

  async function copyText(text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    reader.announcer.say(t('reader.copied'))
  }

  return {
    copyText,
    copyQuote: async () => {
      const article = reader.article.value
      const range = reader.selection.range.value
      const words =
        range === null ? reader.active.annotation.value?.quote?.exact : article?.text.slice(range.start, range.end)
      if (article === null || words === undefined) return
      await copyText(quoteWithCitation(words, article, locale.value))
    },
    copyLink: async () => {
      const article = reader.article.value
      const { value: annotation } = reader.active.uid
      if (article === null) return
      await copyText(deepLink(article.uid, annotation))
    },
  }
}
