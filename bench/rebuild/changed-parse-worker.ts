import { parentPort } from 'node:worker_threads'
import { importArticle } from '../../src/main/import/import-article.ts'
import { serveDrafts } from '../../src/main/import/pool/serve-drafts.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { extractChanged } from './changed-extractor.ts'

// A thread of the pool as the program has it, but for the extractor.
if (parentPort === null) throw new Error('changed-parse-worker is the entry of a thread')
const analyse = createAnalyser()
serveDrafts(parentPort, (draft) => importArticle(draft, { analyse }, extractChanged))
