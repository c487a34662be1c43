import type { LocalAddress } from '../css/rewrite-css.ts'
import { rewriteCss } from '../css/rewrite-css.ts'
import { localSrcset } from './local-srcset.ts'

/** An attribute as the parser found it. */
export interface PageAttribute {
  readonly name: string
  readonly value: string
}

/** What only looks or tells: nothing of it loads, runs, leads anywhere or sends. */
const PLAIN = new Set(
  `abbr align alt axis bgcolor border bordercolor cellpadding cellspacing char charoff checked class clear color cols
  colspan compact controls datetime dir disabled face frame frameborder headers height hidden high hspace
  id inert kind label lang loop low marginheight marginwidth max maxlength media min multiple muted name noshade nowrap
  open optimum pattern placeholder playsinline readonly reversed role rows rowspan rules scope selected shape size sizes
  span start step summary tabindex title valign value vspace width wrap`.split(/\s+/),
)

const PREFIXED = /^(?:aria|data)-[a-z0-9_.-]{1,100}$/
/** Where a link led, kept to be read and never followed. */
export const LINK_ADDRESS = 'data-offprint-href'

/** Attributes of SVG and MathML are many; these are none of them. */
const REFUSED_IN_XML = /^(?:on.*|href|src|style|base|.*:.*|attributename|from|to|by|values|begin|end)$/i
const XML_NAME = /^[a-z][a-z0-9-]{0,60}$/i

/** The attributes of an element as they may stand in the page that is shown. */
export function pageAttributes(
  element: { readonly name: string; readonly isHtml: boolean },
  attributes: readonly PageAttribute[],
  local: LocalAddress,
): readonly PageAttribute[] {
  const kept = attributes.flatMap((attribute) =>
    element.isHtml ? htmlAttribute(element.name, attribute, local) : xmlAttribute(element.name, attribute, local),
  )
  // A title that the page gave a link stays; two would be one too many.
  return kept.filter(({ name }, index) => kept.findIndex((one) => one.name === name) === index)
}

/** Elements whose `src` is a picture, a sound or a film. */
const SHOWING = /^(?:img|input|source|audio|video)$/
/** Fields that would open a dialog, load or send. */
const ACTIVE_FIELD = /^(?:file|image|submit|reset)$/i

type WriteAttribute = (element: string, value: string, local: LocalAddress) => readonly PageAttribute[]

/** Attributes that load, lead somewhere, or act. */
const TREATED: Readonly<Record<string, WriteAttribute>> = {
  style: (_element, value, local) => [{ name: 'style', value: rewriteCss(value, local) }],
  src: (element, value, local) => (SHOWING.test(element) ? loaded('src', local(value, 'image')) : []),
  poster: (_element, value, local) => loaded('poster', local(value, 'image')),
  background: (_element, value, local) => loaded('background', local(value, 'image')),
  srcset: (_element, value, local) => loaded('srcset', localSrcset(value, local)),
  href: (element, value) => (element === 'a' ? link(value) : []),
  [LINK_ADDRESS]: (element, value) => (element === 'a' ? [{ name: LINK_ADDRESS, value }] : []),
  type: (element, value) => [
    { name: 'type', value: element === 'input' && ACTIVE_FIELD.test(value) ? 'button' : value },
  ],
}

function htmlAttribute(element: string, { name, value }: PageAttribute, local: LocalAddress): readonly PageAttribute[] {
  const treat = Object.hasOwn(TREATED, name) ? TREATED[name] : undefined
  if (treat !== undefined) return treat(element, value, local)
  return PLAIN.has(name) || PREFIXED.test(name) ? [{ name, value }] : []
}

function loaded(name: string, address: string | null): readonly PageAttribute[] {
  return address === null || address === '' || address.startsWith('#') ? [] : [{ name, value: address }]
}

/** Inside the page a link works; any other is shown and leads nowhere. */
function link(value: string): readonly PageAttribute[] {
  const address = value.trim()
  if (/^#[^\s]{0,200}$/.test(address)) return [{ name: 'href', value: address }]
  const shown = address.slice(0, 2_000)
  return [
    { name: LINK_ADDRESS, value: shown },
    { name: 'title', value: shown },
  ]
}

function xmlAttribute(element: string, { name, value }: PageAttribute, local: LocalAddress): readonly PageAttribute[] {
  if (name === 'href' || name === 'xlink:href') {
    const address = element === 'image' || element === 'use' ? local(value, 'image') : null
    const isFitting = address !== null && address.startsWith('#') === (element === 'use')
    return isFitting ? [{ name: 'href', value: address }] : []
  }
  if (name === 'style') return [{ name, value: rewriteCss(value, local) }]
  if (!XML_NAME.test(name) || REFUSED_IN_XML.test(name)) return []
  return [{ name, value: /[\\(]/.test(value) ? rewriteCss(value, local) : value }]
}
