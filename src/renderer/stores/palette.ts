import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ArticleRow } from '../../shared/model/article.ts'
import { theHost } from '../api.ts'
import { askSearch } from './ask-search.ts'

/** What the archive has for what was typed. */
export interface PaletteFindings {
  readonly articles: readonly ArticleRow[]
  /** How many articles the query as a whole finds; null = not asked, or not known yet. */
  readonly count: number | null
}

/** What to look for: rows of a list by a query, or by full text; and what to count. */
export interface PaletteWish {
  /** Lists articles, the last added first; null = none. */
  readonly list: string | null
  /** Searches the full text; null = not. */
  readonly text: string | null
  /** Whether the articles shown are those of the full text. */
  readonly showsText: boolean
}

const NOTHING: PaletteFindings = { articles: [], count: null }
/** Articles that the palette shows at most. */
const MOST = 6

/** Whether the palette is open, and what the archive has for what was typed into it. */
export const usePalette = defineStore('palette', () => {
  const isOpen = ref(false)
  const findings = shallowRef<PaletteFindings>(NOTHING)
  let asked = 0

  function open(): void {
    findings.value = NOTHING
    isOpen.value = true
  }

  /** Looks for articles and counts; answers of older wishes are dropped. */
  async function look(wish: PaletteWish): Promise<void> {
    const mine = ++asked
    const isWanted = (): boolean => mine === asked
    const show = (found: Partial<PaletteFindings>): void => {
      if (isWanted()) findings.value = { ...findings.value, ...found }
    }
    show({ count: null, ...(wish.list === null && !wish.showsText ? { articles: [] } : {}) })
    await Promise.all([lookInList(wish, show), lookInText(wish, show, isWanted)])
  }

  return { isOpen, findings, open, look }
})

type Show = (found: Partial<PaletteFindings>) => void

async function lookInList({ list, text }: PaletteWish, show: Show): Promise<void> {
  if (list === null) return
  const request = { query: list, sort: 'added', direction: 'down', limit: MOST, offset: 0 } as const
  const answer = await theHost().client.request('article.list', request)
  if (!answer.ok) return
  show({ articles: answer.value.rows, ...(text === null ? { count: answer.value.total } : {}) })
}

async function lookInText({ text, showsText }: PaletteWish, show: Show, isWanted: () => boolean): Promise<void> {
  if (text === null) return
  const answer = await askSearch({ query: text, limit: showsText ? MOST : 0, offset: 0 }, isWanted)
  if (!answer.ok) return
  const { hits, total } = answer.value
  show({ count: total, ...(showsText ? { articles: hits.map(({ row }) => row) } : {}) })
}
