import { useI18n } from 'vue-i18n'
import type { UpdateAnswer, UpdateProgress } from '../../../shared/ipc/host-contract.ts'

/** A notice's words. */
export interface UpdateWords {
  readonly kind: 'ok' | 'info'
  readonly title: string
  readonly text?: string
}

/** Words for what a check for updates does and finds. */
export function useUpdateWords() {
  const { t, n } = useI18n()

  const from = (home: string | null): string => (home === null ? '' : ` ${t('updates.from', { home })}`)

  function doing(progress: UpdateProgress): UpdateWords {
    if (progress.step === 'asking') return { kind: 'info', title: t('updates.asking', { host: progress.host }) }
    const share = n(progress.share, { style: 'percent' })
    return { kind: 'info', title: t('updates.downloading', { version: progress.version, share }) }
  }

  function found(answer: Exclude<UpdateAnswer, { readonly status: 'left' }>): UpdateWords {
    if (answer.status === 'newest') {
      return { kind: 'ok', title: t('updates.newest'), text: t('updates.newestText', { version: answer.version }) }
    }
    if (answer.status === 'waiting') {
      return { kind: 'ok', title: t('updates.waiting', { version: answer.version }), text: t('updates.waitingText') }
    }
    const what = answer.status === 'no-feed' ? 'noFeed' : answer.kind
    return { kind: 'info', title: t(`updates.${what}`), text: t(`updates.${what}Text`) + from(answer.home) }
  }

  return { doing, found }
}
