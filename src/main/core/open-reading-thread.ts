import { ok } from '../../shared/result.ts'
import { newestOnly } from '../ipc/newest-only.ts'
import { besideParseWorker } from './beside-parse-worker.ts'
import type { OpenInRole } from './open-in-role.ts'
import { openReadingCore } from './open-reading-core.ts'

/** The reader of lists. */
export const openListsThread: OpenInRole = ({ file, parseWorker }) => {
  const core = openReadingCore(file, besideParseWorker(parseWorker, 'compare-worker'))
  return core.ok ? ok({ ...core.value, warnings: [] }) : core
}

/** The reader of searches. One that a newer one waits behind is not run any more: better-sqlite3 cannot interrupt one that runs. */
export const openSearchThread: OpenInRole = (start, port) => {
  const opened = openListsThread(start, port)
  return opened.ok ? ok({ ...opened.value, dispatch: newestOnly(opened.value.dispatch) }) : opened
}
