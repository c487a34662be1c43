import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { theHost } from '../api.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'

/** Something that can be exported, with the words it is offered by. */
export interface ExportChoice {
  readonly selection: ArticleSelection
  readonly label: string
}

/** A choice of the dialog; articles null while they are counted. */
export interface CountedChoice extends ExportChoice {
  readonly articles: number | null
}

/** What is offered, and which of it is chosen. */
export interface ExportChoices {
  readonly all: ShallowRef<readonly CountedChoice[]>
  readonly chosen: ShallowRef<number>
  readonly choice: ComputedRef<CountedChoice | null>
  /** Begins anew; the first is chosen. */
  readonly begin: (choices: readonly ExportChoice[]) => Promise<void>
  /** Offers something more below, unless it is there. */
  readonly offer: (more: readonly ExportChoice[]) => Promise<void>
}

/** Makes the list; what is in it is counted as it comes in. */
export function createExportChoices(): ExportChoices {
  const all = shallowRef<readonly CountedChoice[]>([])
  const chosen = shallowRef(0)

  async function count(): Promise<void> {
    for (const { selection } of all.value) {
      const articles = await countArticles(selection)
      all.value = all.value.map((one) => (one.selection === selection ? { ...one, articles } : one))
    }
  }

  return {
    all,
    chosen,
    choice: computed(() => all.value[chosen.value] ?? null),
    begin: async (choices) => {
      all.value = choices.map((one) => ({ ...one, articles: namedArticles(one.selection) }))
      chosen.value = 0
      await count()
    },
    offer: async (more) => {
      const known = new Set(all.value.map(({ selection }) => JSON.stringify(selection)))
      const added: CountedChoice[] = []
      for (const one of more) {
        const name = JSON.stringify(one.selection)
        if (!known.has(name)) added.push({ ...one, articles: namedArticles(one.selection) })
        known.add(name)
      }
      all.value = [...all.value, ...added]
      await count()
    },
  }
}

function namedArticles(selection: ArticleSelection): number | null {
  return selection.kind === 'articles' ? selection.articles.length : null
}

/** Asks how many articles a selection holds; null when that cannot be said. */
async function countArticles(selection: ArticleSelection): Promise<number | null> {
  if (selection.kind === 'articles') return selection.articles.length
  const page = { sort: 'added', direction: 'down', limit: 0, offset: 0 } as const
  const answer = await theHost().client.request('article.list', { query: selection.query, ...page })
  return answer.ok ? answer.value.total - selection.except.length : null
}
