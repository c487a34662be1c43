import { Worker } from 'node:worker_threads'
import { appError } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { OriginalHead } from '../archive/ports/stored-content.ts'
import { PART_BYTES, type AskInternal } from '../ipc/internal-requests.ts'
import type { StoredView } from '../ipc/router/original-views.ts'

/** The largest original that is shown, in bytes: a page with its pictures inside. */
const MOST_BYTES = 64 * 1024 * 1024
/** How long making it harmless may take, in milliseconds. */
const TIME = 20_000
/** Memory of the thread that does it, in MiB. */
const MEMORY = 1_024

/** Reads a version's original and makes it harmless in a thread of its own, which a hostile page may bring down. */
export async function makeOriginalView(
  entry: string,
  content: AskInternal,
  wanted: { readonly uid: ArticleUid; readonly version: number | null },
): Promise<Result<StoredView>> {
  const head = await content('content.original', wanted)
  if (!head.ok) return head
  if (head.value.size > MOST_BYTES) return notShown('it is too large')
  const bytes = await readWhole(content, head.value)
  return bytes.ok ? render(entry, head.value, bytes.value) : bytes
}

async function readWhole(content: AskInternal, { sha256, size }: OriginalHead): Promise<Result<Uint8Array>> {
  const whole = new Uint8Array(size)
  for (let start = 0; start < size; start += PART_BYTES) {
    const part = await content('content.part', { sha256, start, length: PART_BYTES })
    if (!part.ok) return part
    whole.set(part.value.bytes, start)
  }
  return ok(whole)
}

function render(entry: string, head: OriginalHead, bytes: Uint8Array): Promise<Result<StoredView>> {
  return new Promise((resolve) => {
    const { mediaType, title, language, direction } = head
    const worker = new Worker(entry, {
      workerData: { mediaType, title, language, direction, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
    const end = (result: Result<StoredView>): void => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => {
      end(notShown('it takes too long'))
    }, TIME)
    worker.on('message', (result: Result<StoredView>) => {
      end(result)
    })
    worker.on('error', () => {
      end(notShown('it cannot be read, or takes too much memory'))
    })
  })
}

function notShown(reason: string): Result<never> {
  return err(appError('host/original-not-shown', { reason }))
}
