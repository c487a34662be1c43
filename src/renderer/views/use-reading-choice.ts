import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AppError } from '../../shared/app-error.ts'
import type { ElementChosen } from '../../shared/model/chosen-element.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { useReading } from '../stores/reading.ts'
import { useUndo } from '../stores/undo.ts'

/** The version that is read: what a request about one takes. */
interface CurrentVersion {
  readonly uid: ArticleUid
  readonly version: null
}

/** A dialog in which a person chooses how the original of the article being read is read. */
export interface ReadingChoice<Offered> {
  readonly isOpen: Ref<boolean>
  readonly isTaking: Ref<boolean>
  /** What there is to choose from; null until it is there. */
  readonly offered: ShallowRef<Offered | null>
  readonly problem: ShallowRef<AppError | null>
  /** Opens it and asks what there is. */
  readonly open: () => Promise<void>
  /** Reads the original anew, shows that, and offers to take it back; `sentence` says what was done. */
  readonly take: (
    choose: (version: CurrentVersion) => Promise<Result<ElementChosen>>,
    sentence: (done: ElementChosen) => string,
  ) => Promise<void>
}

/** Makes one: `ask` asks what there is to choose from, `begin` starts the choice with it. */
export function useReadingChoice<Offered>(
  ask: (version: CurrentVersion) => Promise<Result<Offered>>,
  begin: (offered: Offered) => void,
): ReadingChoice<Offered> {
  const { t, n } = useI18n()
  const reading = useReading()
  const undo = useUndo()
  const isOpen = ref(false)
  const isTaking = ref(false)
  const offered: ShallowRef<Offered | null> = shallowRef(null)
  const problem = shallowRef<AppError | null>(null)

  async function open(): Promise<void> {
    const uid = reading.article?.uid
    if (uid === undefined) return
    offered.value = null
    problem.value = null
    isOpen.value = true
    const answer = await ask({ uid, version: null })
    if (uid !== reading.article?.uid) return
    if (!answer.ok) {
      problem.value = answer.error
      return
    }
    begin(answer.value)
    offered.value = answer.value
  }

  const take: ReadingChoice<Offered>['take'] = async (choose, sentence) => {
    const uid = reading.article?.uid
    if (uid === undefined || isTaking.value) return
    isTaking.value = true
    const done = await choose({ uid, version: null })
    isTaking.value = false
    if (!done.ok) {
      problem.value = done.error
      return
    }
    const { orphans, gesture } = done.value
    const lost = orphans === 0 ? '' : ` ${t('element.orphans', { n: n(orphans) }, orphans)}`
    undo.offer(`${sentence(done.value)}${lost}`, gesture)
    isOpen.value = false
    await reading.refresh()
  }
  return { isOpen, isTaking, offered, problem, open, take }
}
