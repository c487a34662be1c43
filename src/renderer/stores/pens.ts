import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../shared/model/annotation.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { followArchive } from './follow-archive.ts'

/** What a person calls the pens of this archive; null = by its colour. */
export type PenNames = Readonly<Record<HighlightColor, string | null>>

const UNNAMED = Object.fromEntries(HIGHLIGHT_COLORS.map((color) => [color, null])) as unknown as PenNames

/** The pens' names, read again when the archive changes. */
export const usePens = defineStore('pens', () => {
  const names = shallowRef<PenNames>(UNNAMED)

  async function refresh(): Promise<void> {
    const answer = await theHost().client.request('pen.list', {})
    if (answer.ok) put({ ...UNNAMED, ...Object.fromEntries(answer.value.map((pen) => [pen.color, pen.name])) })
    else if (answer.error.code === 'host/no-archive') put(UNNAMED)
  }

  /** Names that did not change stay the same object, so that a field being typed in is not drawn again. */
  function put(next: PenNames): void {
    if (HIGHLIGHT_COLORS.some((color) => names.value[color] !== next[color])) names.value = next
  }

  const follow = (): (() => void) => followArchive(refresh)

  /** Names a pen; an empty name gives it its colour's again. */
  async function rename(color: HighlightColor, name: string): Promise<Result<{ readonly gesture: GestureUid | null }>> {
    const words = name.trim()
    const done = await theHost().client.request('pen.rename', { color, name: words === '' ? null : words })
    await refresh()
    return done
  }

  return { names, refresh, follow, rename }
})
