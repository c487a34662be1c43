import { decode } from './import/encoding/decode.ts'
import { showOriginal, type StoredOriginal } from './originals/show-original.ts'
import { findThreadPort } from './thread-port.ts'

// Entry of the thread that makes originals harmless, one after another: a page may take long and much memory, so the
// thread is bounded and is ended with the page that goes beyond. Here the reading of encodings, which is import's, meets
// the pages.
const port = findThreadPort()
port.onMessage((message) => {
  const original = message as StoredOriginal
  const language = original.language ?? undefined
  port.postMessage(showOriginal(original, (bytes, kind) => decode(bytes, { declared: null, kind, language }).text))
})
