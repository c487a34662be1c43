import { useI18n } from 'vue-i18n'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { theHost } from '../../api.ts'
import { useReading } from '../../stores/reading.ts'
import type { Reader } from './use-reader.ts'

/** Placing by hand. */
export interface Placing {
  /** Puts a highlight that has no place on the selected words. */
  readonly placeHere: (uid: AnnotationUid) => Promise<void>
  /** Says that the opened highlight stands in the wrong place. */
  readonly reject: () => Promise<void>
}

/** Where a highlight stands in the text shown, when the person knows better than the search for its words. */
export function usePlacing(reader: Reader): Placing {
  const { t } = useI18n()
  const reading = useReading()
  const { client } = theHost()
  const { selection, active, announcer, shown } = reader

  async function placeHere(uid: AnnotationUid): Promise<void> {
    const { value: range } = selection.range
    if (range === null || shown.value === null) return
    const place = { ...shown.value, ...range }
    const placed = await reading.change({ kind: 'edit', uid, changes: {} }, () =>
      client.request('annotation.place', { uid, place }),
    )
    if (placed === null) return
    selection.clear()
    active.open(uid, false)
    announcer.say(t('reader.placed'))
  }

  async function reject(): Promise<void> {
    const { value: uid } = active.uid
    if (uid === null || shown.value === null) return
    active.close()
    const text = { ...shown.value }
    const rejected = await reading.change({ kind: 'edit', uid, changes: {} }, () =>
      client.request('annotation.reject', { uid, ...text }),
    )
    if (rejected !== null) announcer.say(t('reader.rejected'))
  }

  return { placeHere, reject }
}
