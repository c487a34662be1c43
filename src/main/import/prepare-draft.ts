import type { Result } from '../../shared/result.ts'
import type { PreparedArticle } from '../archive/prepared-article.ts'
import type { Draft } from './draft.ts'
import { importArticle, type ImportPorts } from './import-article.ts'
import { parametersOf } from './rebuild-draft.ts'
import { unfoldDocument } from './unfold-document.ts'

/**
 * The whole road of one item up to the store: documents unfolded, then `importArticle`. What is kept for a rebuild is what
 * the draft was before: the document is unfolded anew. Errors: those of both.
 */
export async function prepareDraft(draft: Draft, ports: ImportPorts): Promise<Result<PreparedArticle>> {
  const unfolded = await unfoldDocument(draft)
  if (!unfolded.ok) return unfolded
  const prepared = importArticle(unfolded.value, ports)
  if (!prepared.ok || unfolded.value === draft) return prepared
  const { element } = prepared.value.parameters
  const parameters = { ...parametersOf(draft), ...(element === undefined ? {} : { element }) }
  return { ok: true, value: { ...prepared.value, parameters } }
}
