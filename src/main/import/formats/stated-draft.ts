import type { Draft } from '../draft.ts'

/** What a draft says when its source states nothing but the text. */
export const NOTHING_STATED: Pick<
  Draft,
  'files' | 'joins' | 'service' | 'sourceId' | 'url' | 'facts' | 'marks' | 'captured' | 'notes'
> = {
  files: [],
  service: null,
  sourceId: null,
  url: null,
  facts: {},
  marks: { added: null, state: 'unread', starred: false, tags: [], collections: [], highlights: [] },
  joins: null,
  captured: null,
  notes: [],
}
