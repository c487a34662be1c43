import { appError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { rewritePage } from './page/rewrite-page.ts'
import type { OriginalFile, OriginalView } from './view-resource.ts'
import { createViewResources } from './view-resources.ts'

/** Times a page is written until writing it again changes nothing. */
const MOST_PASSES = 6

/**
 * A page to show, with files that came beside it. What was written is parsed and written again until nothing changes: markup made to be understood in
 * two ways (“mutation XSS”) is understood in one by then, and what never comes to rest is not shown.
 */
export function showPage(html: string, files: readonly OriginalFile[] = []): Result<OriginalView> {
  const { local, list } = createViewResources(files)
  let page = rewritePage(html, local)
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const again = rewritePage(page, local)
    if (again === page) return ok({ html: page, resources: list })
    page = again
  }
  return err(appError('host/original-not-shown', { reason: 'it reads differently every time' }))
}
