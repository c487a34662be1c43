import type { OrganiseAction } from '../../shared/model/job.ts'
import type { OrganisedArticles } from '../../shared/model/organisation.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { useCounted } from '../composables/use-counted.ts'
import { useJobs } from '../stores/jobs.ts'
import { useUndo } from '../stores/undo.ts'

/** Most articles that one request is for; more of them are a job, which shows its progress and can be stopped. */
const FEW = 500

/** Does something to articles, says what was done and offers to take it back. */
export function useOrganise(): (selection: ArticleSelection, action: OrganiseAction) => Promise<boolean> {
  const counted = useCounted()
  const undo = useUndo()
  const jobs = useJobs()

  async function organise(selection: ArticleSelection, action: OrganiseAction): Promise<boolean> {
    const isFew = selection.kind === 'articles' && selection.articles.length <= FEW
    const done = isFew ? await doFew(selection.articles, action) : await doMany(selection, action)
    if (done.ok) undo.offer(sentence(action, done.value.articles), done.value.gesture)
    else if (done.error.code !== 'job/cancelled') undo.fail(done.error)
    return done.ok
  }

  async function doMany(selection: ArticleSelection, action: OrganiseAction): Promise<Result<OrganisedArticles>> {
    const ended = await jobs.run({ kind: 'article.organise', input: { selection, action } })
    if (!ended.ok) return ended
    const { state } = ended.value
    if (state.status === 'failed') return err(state.error)
    // The kind of the job says what its output is.
    return { ok: true, value: (state as { readonly output: unknown }).output as OrganisedArticles }
  }

  function sentence(action: OrganiseAction, articles: number): string {
    switch (action.kind) {
      case 'mark':
        return action.starred === null
          ? counted(`library.done.${action.state ?? 'read'}`, articles)
          : counted(action.starred ? 'library.done.starred' : 'library.done.unstarred', articles)
      case 'trash':
        return counted(action.trashed ? 'library.done.trashed' : 'library.done.restored', articles)
      case 'tag':
        return counted(action.present ? 'library.done.tagged' : 'library.done.untagged', articles, { tag: action.tag })
      case 'collect': {
        const name = action.path.at(-1) ?? ''
        return counted(action.present ? 'library.done.collected' : 'library.done.uncollected', articles, { name })
      }
    }
  }

  return organise
}

function doFew(articles: readonly ArticleUid[], action: OrganiseAction): Promise<Result<OrganisedArticles>> {
  const { client } = theHost()
  switch (action.kind) {
    case 'mark':
      return client.request('article.mark', { articles, state: action.state, starred: action.starred })
    case 'trash':
      return client.request('article.trash', { articles, trashed: action.trashed })
    case 'tag':
      return client.request('article.tag', { articles, tag: action.tag, present: action.present })
    case 'collect':
      return client.request('article.collect', { articles, path: action.path, present: action.present })
  }
}
