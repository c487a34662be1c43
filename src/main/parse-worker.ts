import { parentPort } from 'node:worker_threads'
import { importArticle } from './import/import-article.ts'
import { serveDrafts } from './import/pool/serve-drafts.ts'
import { createAnalyser } from './search/analyse.ts'

// Entry of a pool thread: the one place where the steps of an import meet the analysis of the search.
if (parentPort === null) throw new Error('parse-worker is the entry of a thread')
const analyse = createAnalyser()
serveDrafts(parentPort, (draft) => importArticle(draft, { analyse }))
