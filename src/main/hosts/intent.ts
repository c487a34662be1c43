import { resolve } from 'node:path'
import type { ArticleLink } from '../../shared/ipc/host-contract.ts'
import { parseDeepLink } from '../../shared/text/deep-link.ts'

/** What the program is asked to do when it is started, or started again while it runs. */
export type Intent =
  | { readonly kind: 'show' }
  | { readonly kind: 'archive'; readonly file: string }
  | { readonly kind: 'article'; readonly link: ArticleLink }

/** Reads what the system passes: a file that was double-clicked, or a link; anything else only shows the window. */
export function intentOf(argument: string, folder: string): Intent {
  const link = parseDeepLink(argument)
  if (link !== null) return { kind: 'article', link: { uid: link.article, annotation: link.annotation } }
  const isFile = /\.offprint$/i.test(argument) && !argument.startsWith('-') && !/^[a-z][a-z0-9+.-]+:/i.test(argument)
  return isFile ? { kind: 'archive', file: resolve(folder, argument) } : { kind: 'show' }
}

/** The first argument that asks for something; switches are Chromium's. */
export function intentOfArguments(argv: readonly string[], folder: string): Intent {
  for (const argument of argv.slice(1)) {
    const intent = intentOf(argument, folder)
    if (intent.kind !== 'show') return intent
  }
  return { kind: 'show' }
}

/** What another start of the program sent with its request, whatever it is. */
export function readIntent(sent: unknown): Intent {
  const { kind, file, link } = fieldsOf(sent)
  if (kind === 'archive' && typeof file === 'string') return { kind, file }
  if (kind !== 'article') return { kind: 'show' }
  const { uid, annotation } = fieldsOf(link)
  if (typeof uid !== 'string') return { kind: 'show' }
  return intentOf(`offprint://article/${uid}${typeof annotation === 'string' ? `#${annotation}` : ''}`, '/')
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
