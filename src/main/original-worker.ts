import { parentPort } from 'node:worker_threads'
import { decode } from './import/encoding/decode.ts'
import { showOriginal, type StoredOriginal } from './originals/show-original.ts'

// Entry of the thread that makes originals harmless, one after another: a page may take long and much memory, so the
// thread is bounded and is ended with the page that goes beyond. Here the reading of encodings, which is import's, meets
// the pages.
if (parentPort === null) throw new Error('original-worker is the entry of a thread')
const port = parentPort
port.on('message', (original: StoredOriginal) => {
  const language = original.language ?? undefined
  port.postMessage(showOriginal(original, (bytes, kind) => decode(bytes, { declared: null, kind, language }).text))
})
