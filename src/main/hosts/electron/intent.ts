import { resolve } from 'node:path'
import type { ArticleUid } from '../../../shared/model/identity.ts'

/** What the program is asked to do when it is started, or started again while it runs. */
export type Intent =
  | { readonly kind: 'show' }
  | { readonly kind: 'archive'; readonly file: string }
  | { readonly kind: 'article'; readonly uid: ArticleUid }

const ARTICLE = /^offprint:\/\/article\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i

/** Reads what the system passes: a file that was double-clicked, or a link; anything else only shows the window. */
export function intentOf(argument: string, folder: string): Intent {
  const uid = ARTICLE.exec(argument)?.[1]
  if (uid !== undefined) return { kind: 'article', uid: uid.toLowerCase() as ArticleUid }
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
  const { kind, file, uid } = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {}
  if (kind === 'archive' && typeof file === 'string') return { kind, file }
  if (kind === 'article' && typeof uid === 'string') return intentOf(`offprint://article/${uid}`, '/')
  return { kind: 'show' }
}
