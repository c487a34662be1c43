import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page and the text of its article. */
export interface PageWithText {
  readonly url: string | null
  readonly bytes: Uint8Array
  readonly text: string
}

/**
 * The pages of a folder laid out like the public article extraction benchmark: `ground-truth.json` (an object of
 * `{ articleBody, url? }` by id) and `html/ID.html` or `html/ID.html.gz`.
 */
export function pagesWithText(folder: string): readonly PageWithText[] {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Readonly<
    Record<string, { readonly articleBody?: string; readonly url?: string }>
  >
  return Object.entries(truth).map(([id, { articleBody = '', url = null }]) => {
    const plain = join(folder, 'html', `${id}.html`)
    const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`))
    return { url, bytes, text: articleBody }
  })
}
