import { decode } from './import/encoding/decode.ts'
import { wholePage } from './import/whole-page.ts'
import { showOriginal, type StoredOriginal } from './originals/show-original.ts'
import { findThreadPort } from './thread-port.ts'

// Entry of the thread that makes originals harmless, one after another: a page may take long and much memory, so the
// thread is bounded and is ended with the page that goes beyond. Here the reading of encodings, which is import's, meets
// the pages.
const port = findThreadPort()
port.onMessage((message) => {
  const stored = message as StoredOriginal
  const language = stored.language ?? undefined
  // A page that holds its files in itself is shown out of itself.
  const page = wholePage(stored.mediaType, stored.bytes)
  const original = page === null ? stored : { ...stored, mediaType: 'text/html', bytes: new TextEncoder().encode(page) }
  const declared = page === null ? null : 'utf-8'
  port.postMessage(showOriginal(original, (bytes, kind) => decode(bytes, { declared, kind, language }).text))
})
