import { appError } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { BlobHead, OriginalHead } from '../archive/ports/stored-content.ts'
import { PART_BYTES, type AskInternal } from '../ipc/internal-requests.ts'
import type { HostHandlers } from '../ipc/host-dispatcher.ts'
import type { OriginalViews, StoredView } from '../ipc/router/original-views.ts'
import type { OriginalThread, OriginalToShow } from './original-thread.ts'

/** The largest original that is shown, in bytes: a page with its pictures inside; and with what came beside it. */
const MOST_BYTES = 64 * 1024 * 1024

/** What shows originals: the thread that makes them harmless, the archive, and where a host serves them. */
export interface OriginalOpener {
  readonly thread: OriginalThread
  readonly content: AskInternal
  readonly originals: OriginalViews
  readonly origin: string
}

/** Answers requests for originals with an address that is good for one view. */
export function createOriginalOpener(opener: OriginalOpener): HostHandlers['host.openOriginal'] {
  const { thread, content, originals, origin } = opener
  return async (wanted) => {
    const view = await makeOriginalView(thread, content, wanted)
    return view.ok ? ok({ url: `${origin}${originals.add(view.value)}` }) : view
  }
}

/** Reads a version's original and has it made harmless. */
async function makeOriginalView(
  thread: OriginalThread,
  content: AskInternal,
  wanted: { readonly uid: ArticleUid; readonly version: number | null },
): Promise<Result<StoredView>> {
  const head = await content('content.original', wanted)
  if (!head.ok) return head
  if (head.value.size > MOST_BYTES) return err(appError('host/original-not-shown', { reason: 'it is too large' }))
  const bytes = await readWhole(content, head.value)
  if (!bytes.ok) return bytes
  const files = await readFiles(content, head.value)
  if (!files.ok) return files
  const { mediaType, title, language, direction } = head.value
  return thread.show({ mediaType, title, language, direction, bytes: bytes.value, files: files.value })
}

/** What came beside an original, as much of it as may be shown together. */
async function readFiles(content: AskInternal, head: OriginalHead): Promise<Result<OriginalToShow['files']>> {
  const files: OriginalToShow['files'][number][] = []
  let total = head.size
  for (const file of head.files) {
    total += file.size
    if (total > MOST_BYTES) break
    const bytes = await readWhole(content, file)
    if (!bytes.ok) return bytes
    files.push({ address: file.address, mediaType: file.mediaType, bytes: bytes.value })
  }
  return ok(files)
}

async function readWhole(content: AskInternal, { sha256, size }: BlobHead): Promise<Result<Uint8Array>> {
  const whole = new Uint8Array(size)
  for (let start = 0; start < size; start += PART_BYTES) {
    const part = await content('content.part', { sha256, start, length: PART_BYTES })
    if (!part.ok) return part
    whole.set(part.value.bytes, start)
  }
  return ok(whole)
}
