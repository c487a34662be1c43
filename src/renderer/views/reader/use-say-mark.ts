import { useI18n } from 'vue-i18n'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { withoutLinkAddresses } from '../../../shared/text/note-links.ts'
import type { Mark } from '../../reader/mark.ts'
import { usePenWords } from '../use-pen-words.ts'
import type { Announcer } from './use-announcer.ts'

/** What it speaks of. */
export interface SayMarkOptions {
  readonly announcer: Announcer
  readonly annotations: () => readonly Annotation[]
  readonly marks: () => readonly Mark[]
}

/** Says a highlight to screen readers: its pen, which of all it is, its words and its note. */
export function useSayMark({ announcer, annotations, marks }: SayMarkOptions): (mark: Mark) => void {
  const { t } = useI18n()
  const penWords = usePenWords()
  return (mark) => {
    const annotation = annotations().find(({ uid }) => uid === mark.uid)
    announcer.say(
      t('reader.markSpoken', {
        pen: penWords(mark.color),
        at: marks().indexOf(mark) + 1,
        count: marks().length,
        quote: annotation?.quote?.exact.slice(0, 160) ?? '',
        note: withoutLinkAddresses(annotation?.note ?? t('reader.noNote')),
      }),
    )
  }
}
