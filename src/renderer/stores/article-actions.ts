import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { OrganisedArticles } from '../../shared/model/organisation.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** What a person does with one article as a whole: tags, Trash. Each answers what to undo; null = nothing changed. */
export const useArticleActions = defineStore('article-actions', () => {
  /** Why the last action failed; null = it did not. */
  const problem = shallowRef<AppError | null>(null)

  async function tag(article: ArticleUid, name: string, present: boolean): Promise<GestureUid | null> {
    return taken(await theHost().client.request('article.tag', { articles: [article], tag: name, present }))
  }

  async function trash(article: ArticleUid, trashed: boolean): Promise<GestureUid | null> {
    return taken(await theHost().client.request('article.trash', { articles: [article], trashed }))
  }

  function taken(answer: Result<OrganisedArticles>): GestureUid | null {
    problem.value = answer.ok ? null : answer.error
    return answer.ok ? answer.value.gesture : null
  }

  return { problem, tag, trash }
})
