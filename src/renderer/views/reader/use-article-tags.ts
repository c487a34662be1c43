import { useI18n } from 'vue-i18n'
import { useArticleActions } from '../../stores/article-actions.ts'
import { useReading } from '../../stores/reading.ts'
import { useUndo } from '../../stores/undo.ts'
import type { Reader } from './use-reader.ts'

/** Gives or takes a tag of the open article, and offers to undo it. */
export function useArticleTags({ article }: Reader): (tag: string, present: boolean) => Promise<void> {
  const { t } = useI18n()
  const actions = useArticleActions()
  const reading = useReading()
  const undo = useUndo()
  return async (tag, present) => {
    if (article.value === null) return
    const gesture = await actions.tag(article.value.uid, tag, present)
    undo.offer(t(present ? 'reader.tagged' : 'reader.untagged', { tag }), gesture)
    await reading.refresh()
  }
}
