import type { AppError } from '../../shared/app-error.ts'
import { err, ok } from '../../shared/result.ts'
import type { GiveFiles } from './host-pipe.ts'
import { packed, type Parcel } from './parcels.ts'
import { sendParcel, type SentParcel } from './send-parcel.ts'

/** Requests underway at a time; a browser opens at most six connections to one host, and pictures want some. */
const AT_ONCE = 3

/**
 * Giving by upload: small files together, large ones streamed from where they lie. What cannot be read is left out and
 * named; what ends the whole (no room, no host, the signal) has the scratch folder forgotten.
 */
export function createGiving(forget: (folder: string) => Promise<unknown>): GiveFiles {
  return async (files, onProgress, signal) => {
    const total = files.reduce((sum, { file }) => sum + file.size, 0)
    const sent = new Map<Parcel, number>()
    const onSent = (parcel: Parcel) => (bytes: number) => {
      sent.set(parcel, Math.min(bytes, sizeOf(parcel)))
      onProgress(
        [...sent.values()].reduce((sum, some) => sum + some, 0),
        total,
      )
    }
    const done = new Map<Parcel, SentParcel>()
    const found: { folder: string | null; failure: AppError | null } = { folder: null, failure: null }
    const send = async (parcel: Parcel): Promise<void> => {
      const came = await sendParcel(parcel, { folder: found.folder, signal, onSent: onSent(parcel) })
      onSent(parcel)(sizeOf(parcel))
      if (!came.ok) found.failure ??= came.error
      else {
        done.set(parcel, came.value)
        found.folder ??= came.value.folder
      }
    }
    const parcels = packed(files)
    const queue = parcels.values()
    const work = async (untilFolder: boolean): Promise<void> => {
      while (found.failure === null && !(untilFolder && found.folder !== null)) {
        const next = queue.next()
        if (next.done === true) return
        await send(next.value)
      }
    }
    // The first that is taken makes the folder that the others go to.
    await work(true)
    await Promise.all(Array.from({ length: AT_ONCE }, () => work(false)))
    const { folder, failure } = found
    if (failure === null) return ok({ folder, ...inOrder(parcels, done) })
    if (folder !== null) await forget(folder)
    return err(failure)
  }
}

function sizeOf({ files }: Parcel): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}

function inOrder(
  parcels: readonly Parcel[],
  done: ReadonlyMap<Parcel, SentParcel>,
): Pick<SentParcel, 'paths' | 'unread'> {
  const all = parcels.flatMap((parcel) => done.get(parcel) ?? [])
  return { paths: [...new Set(all.flatMap(({ paths }) => paths))], unread: all.flatMap(({ unread }) => unread) }
}
