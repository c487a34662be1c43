import type { Instant } from '../../../shared/model/identity.ts'
import { instantOf } from '../dates/instant-of.ts'
import { decodeEntities } from './metadata/decode-entities.ts'

/** Where a saved page says it comes from. */
export interface PageOrigin {
  /** Address of the page as saved: SingleFile's comment, else the canonical link, else `og:url`. */
  readonly url: string | null
  /** When it was saved, by SingleFile's word. */
  readonly captured: Instant | null
}

/** Only the head of a page is searched: the rest may hold addresses of other pages. */
const HEAD_LENGTH = 300_000

/** Reads the origin out of a page's source without parsing the page: format readers call it for every file. */
export function pageOrigin(html: string): PageOrigin {
  const head = html.slice(0, HEAD_LENGTH)
  const saved =
    /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]*)|<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)\s+url:\s*(\S+)/i.exec(
      head,
    )
  const url = webAddress(saved?.[1] ?? saved?.[3]) ?? webAddress(canonicalLink(head)) ?? webAddress(ogUrl(head))
  return { url, captured: instantOf(saved?.[2]) }
}

function canonicalLink(head: string): string | undefined {
  const link = /<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*>/i.exec(head)?.[0]
  return link === undefined ? undefined : attribute(link, 'href')
}

function ogUrl(head: string): string | undefined {
  const meta = /<meta\b[^>]*\bproperty\s*=\s*["']?og:url\b[^>]*>/i.exec(head)?.[0]
  return meta === undefined ? undefined : attribute(meta, 'content')
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3])
}

function webAddress(text: string | undefined): string | null {
  const address = decodeEntities(text ?? '').trim()
  return /^https?:\/\/\S+$/i.test(address) ? address : null
}
