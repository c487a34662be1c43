import { parentPort } from 'node:worker_threads'
import { serveDrafts } from './import/pool/serve-drafts.ts'
import { prepareDraft } from './import/prepare-draft.ts'
import { createAnalyser } from './search/analyse.ts'

// Entry of a pool thread: the one place where the steps of an import meet the analysis of the search.
if (parentPort === null) throw new Error('parse-worker is the entry of a thread')
const analyse = createAnalyser()
serveDrafts(parentPort, (draft) => prepareDraft(draft, { analyse }))
