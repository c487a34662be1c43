import type { BrowserWindow } from 'electron'
import { appError } from '../../../../shared/app-error.ts'
import type { UpdateAnswer, UpdateProgress } from '../../../../shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { HostHandlers } from '../../../ipc/host-dispatcher.ts'
import { askToDownload, askToLook } from '../dialogs.ts'
import type { PackageKind } from './package-kind.ts'
import { throughPassage } from './passage.ts'
import type { Feed } from './read-feed.ts'
import { translateUpdateError } from './translate-update-error.ts'
import { createUpdateSource, type UpdateSource } from './update-source.ts'

/** What updates stand on. */
export interface UpdateParts {
  readonly version: string
  readonly kind: PackageKind
  /** Where a person gets newer packages by hand; null = not known. */
  readonly home: string | null
  /** Whether the person switched the command on. */
  readonly isOn: () => boolean
  readonly readFeed: () => Promise<Feed | null>
  readonly window: () => BrowserWindow | null
  readonly tell: (progress: UpdateProgress) => void
}

/** Checking for updates by hand, and ending a download. */
export interface Updates {
  readonly check: HostHandlers['host.checkForUpdates']
  readonly stop: HostHandlers['host.stopUpdate']
}

/** How long the feed may take to answer, and a download to go on, in milliseconds. */
const PATIENCE = 30_000

/** Nothing of it happens by itself: the switch, then a yes to asking, then a yes to downloading. */
export function createUpdates(parts: UpdateParts): Updates {
  let source: UpdateSource | undefined
  let waiting: string | undefined
  let underWay: Promise<Result<UpdateAnswer>> | undefined
  let stops = 0

  const check = async (): Promise<Result<UpdateAnswer>> => {
    if (!parts.isOn()) return err(appError('host/updates-off'))
    if (waiting !== undefined) return ok({ status: 'waiting', version: waiting })
    const { kind, home, version } = parts
    if (kind !== 'renewable') return ok({ status: 'fixed', kind, home })
    const feed = await parts.readFeed()
    const window = parts.window()
    if (feed === null) return ok({ status: 'no-feed', home })
    if (window === null || !(await askToLook(window, feed))) return ok({ status: 'left' })
    const before = stops
    try {
      source ??= createUpdateSource(feed)
      const { session, find, download, stop } = source
      parts.tell({ step: 'asking', host: feed.host })
      const newer = await throughPassage(session, feed.origin, () => patiently(find))
      if (newer === null) return ok({ status: 'newest', version })
      if (!(await askToDownload(window, { ...newer, host: feed.host, current: version }))) return ok({ status: 'left' })
      const tell = (share: number): void => {
        parts.tell({ step: 'downloading', version: newer.version, share })
        if (!window.isDestroyed()) window.setProgressBar(share)
      }
      tell(0)
      await throughPassage(session, feed.origin, () => whileItGoesOn((onShare) => download(onShare), tell, stop))
      waiting = newer.version
      return ok({ status: 'waiting', version: waiting })
    } catch (error) {
      return stops !== before ? ok({ status: 'left' }) : err(translateUpdateError(error, feed.host))
    } finally {
      if (!window.isDestroyed()) window.setProgressBar(-1)
    }
  }

  return {
    check: () => {
      underWay ??= check().finally(() => {
        underWay = undefined
      })
      return underWay
    },
    stop: () => {
      stops += 1
      source?.stop()
      return ok({})
    },
  }
}

function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new Error('net::ERR_TIMED_OUT'))
  }, PATIENCE)
  return Promise.race([work(), late.promise]).finally(() => {
    clearTimeout(timer)
  })
}

/** Ends a download that stands still. */
async function whileItGoesOn(
  download: (onShare: (share: number) => void) => Promise<void>,
  tell: (share: number) => void,
  stop: () => void,
): Promise<void> {
  const late = new AbortController()
  const timer = setTimeout(() => {
    late.abort()
    stop()
  }, PATIENCE)
  try {
    await download((share) => {
      timer.refresh()
      tell(share)
    })
  } catch (error) {
    throw late.signal.aborted ? new Error('net::ERR_TIMED_OUT') : error
  } finally {
    clearTimeout(timer)
  }
}
