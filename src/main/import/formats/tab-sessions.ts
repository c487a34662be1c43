import type { JsonObject } from '../../../shared/json.ts'
import { isJsonObject } from '../../../shared/json.ts'
import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { lookAtJson } from '../json/json-look.ts'
import { namesField, textField } from '../json/json-fields.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readObjects, type ReadEntry } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

const NAMES = { format: 'tab-sessions', service: 'tab-sessions' } as const

/** Sessions of Tab Session Manager: each open tab a link in a collection named as its session. */
export const tabSessions: ImportFormat = {
  id: NAMES.format,
  confidence: (source) => {
    const look = lookAtJson(source)
    const isOwn = look?.root === 'list' && ['windows', 'url'].every((name) => look.names.has(name))
    return isOwn && ['sessionStartTime', 'tabsNumber', 'windowsNumber'].some((name) => look.names.has(name))
      ? 'certain'
      : 'no'
  },
  read,
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  for await (const session of readObjects(source, '')) {
    if (session.ok) yield* draftsOf(source, session)
    else yield session.failure
  }
}

function* draftsOf(
  source: ImportSource,
  { entry, item, path }: ReadEntry & { readonly ok: true },
): Generator<DraftOrFailure> {
  for (const [number, tab] of tabsOf(entry).entries()) {
    const original = { bytes: new TextEncoder().encode(JSON.stringify(tab)), mediaType: 'application/json' }
    const place = { path: `${path}.${String(number + 1)}`, fileName: source.fileName, original, position: item.end }
    yield draftOfSaved(itemOf(entry, tab), { ...NAMES, ...place })
  }
}

/** Windows and tabs are members named by their numbers; what is no address of the web cannot be opened anywhere else. */
function tabsOf(session: JsonObject): readonly JsonObject[] {
  const windows = session['windows']
  if (windows === undefined || !isJsonObject(windows)) return []
  return Object.values(windows)
    .filter((window) => isJsonObject(window))
    .flatMap((window) => Object.values(window).filter((tab) => isJsonObject(tab)))
    .filter((tab) => /^https?:/i.test(textField(tab, 'url') ?? ''))
}

function itemOf(session: JsonObject, tab: JsonObject): SavedItem {
  const name = textField(session, 'name')
  return {
    ...NOTHING_SAVED,
    url: textField(tab, 'url'),
    title: textField(tab, 'title'),
    added: textField(session, 'date'),
    // What the program calls every session that it saved by itself says nothing of its tabs.
    tags: namesField(session, 'tag').filter((tag) => !OWN_TAGS.has(tag)),
    collections: name === null ? [] : [[name]],
  }
}

const OWN_TAGS: ReadonlySet<string> = new Set(['regular', 'auto', 'winClose', 'browserExit', 'temp', '_displayed'])
