import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import type { NearDuplicateDecision, ProposedPair, ProposedPairs } from '../../shared/model/near-duplicate.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** Pairs that are shown at once; the next come when these are decided on. */
const SHOWN = 50

/** Articles that say nearly the same, and what a person decides about them. Deciding answers what to undo. */
export const useNearDuplicates = defineStore('near-duplicates', () => {
  const found = shallowRef<ProposedPairs | null>(null)
  const isOpen = shallowRef(false)
  const problem = shallowRef<AppError | null>(null)
  const total = computed(() => found.value?.total ?? 0)

  /** Reads what waits for a decision. */
  async function load(): Promise<void> {
    const answer = await theHost().client.request('near-duplicate.list', { limit: SHOWN })
    problem.value = answer.ok ? null : answer.error
    if (answer.ok) found.value = answer.value
  }

  function open(): void {
    isOpen.value = true
    void load()
  }

  async function decide({ article, other }: ProposedPair, decision: NearDuplicateDecision): Promise<GestureUid | null> {
    const pair = { article: article.uid, other: other.uid, decision }
    return taken(await theHost().client.request('near-duplicate.decide', pair))
  }

  /** Puts the one that came in later into the Trash. */
  async function keepFirst({ other }: ProposedPair): Promise<GestureUid | null> {
    return taken(await theHost().client.request('article.trash', { articles: [other.uid], trashed: true }))
  }

  async function taken(answer: Result<{ readonly gesture: GestureUid | null }>): Promise<GestureUid | null> {
    await load()
    if (!answer.ok) problem.value = answer.error
    return answer.ok ? answer.value.gesture : null
  }

  return { found, total, isOpen, problem, load, open, decide, keepFirst }
})
