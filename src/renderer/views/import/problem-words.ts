import { useI18n } from 'vue-i18n'
import type { DecisionReason, ImportItemReport } from '../../../shared/model/import.ts'
import { useNoteWords } from '../details/note-words.ts'
import { describeError } from '../../../shared/describe-error.ts'

/** Words for why items need a decision. */
export interface ProblemWords {
  /** What happened, in a few words. */
  readonly title: (reason: DecisionReason) => string
  /** What it means and what can be done, for the whole group. */
  readonly meaning: (reason: DecisionReason, example: ImportItemReport | undefined) => string
  /** What is particular about one item; null = nothing. */
  readonly detail: (item: ImportItemReport) => string | null
}

/** Reasons have names such as `import/empty`; in the words a dash stands for the slash. */
function keyOf(reason: DecisionReason): string {
  return `import.reasons.${reason.replace('/', '-')}`
}

/** The words, in the language of the interface. */
export function useProblemWords(): ProblemWords {
  const i18n = useI18n()
  const { t } = i18n
  const noteWords = useNoteWords()
  const has = (key: string): boolean => i18n.te(key)
  return {
    title: (reason) => (has(`${keyOf(reason)}.title`) ? t(`${keyOf(reason)}.title`) : t('import.reasons.other.title')),
    meaning: (reason, example) => {
      if (has(`${keyOf(reason)}.text`)) return t(`${keyOf(reason)}.text`)
      if (example?.reason === null || example === undefined) return t('import.reasons.other.text')
      const { means, todo } = describeError(example.reason)
      return `${means} ${todo}`
    },
    detail: (item) => {
      if (item.reason !== null) return describeError(item.reason).what
      const pages = item.notes.find(({ kind }) => kind === 'one-of-several-pages')
      if (pages !== undefined) return noteWords(pages)
      const encoding = item.notes.find(({ kind }) => kind === 'encoding-guessed')?.details['encoding']
      return typeof encoding === 'string' ? t('import.readAs', { encoding }) : null
    },
  }
}
