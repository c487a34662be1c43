import { parseDate } from '../../dates/parse-date.ts'
import type { Claims } from './claims.ts'

/** What the address of a page tells: `/2022/06/24/`, `/2022-06-24-…`, `/20220624/`. */
export function addressClaims(url: string | null): Claims {
  const path = url === null ? '' : url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
  const match =
    /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path)
  const [, year = '', month = '', day = ''] = match ?? []
  const date = match === null ? null : parseDate(`${year}-${month}-${day}`)
  return date === null ? {} : { published: [date] }
}
