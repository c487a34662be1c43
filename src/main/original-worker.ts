import { parentPort, workerData } from 'node:worker_threads'
import { decode } from './import/encoding/decode.ts'
import { showOriginal, type StoredOriginal } from './originals/show-original.ts'

// Entry of the thread that makes an original harmless: it may take long and much memory, so it is bounded and ended
// with its one page. Here the reading of encodings, which is import's, meets the pages.
if (parentPort === null) throw new Error('original-worker is the entry of a thread')
const original = workerData as StoredOriginal
const language = original.language ?? undefined
const result = showOriginal(original, (bytes, kind) => decode(bytes, { declared: null, kind, language }).text)
parentPort.postMessage(result)
