import { ok } from '../../shared/result.ts'
import { openCore } from '../core.ts'
import type { OpenInRole } from './open-in-role.ts'

/** The writer: opens or makes the archive, and sends the core's events to its host. */
export const openWritingThread: OpenInRole = ({ file, create, parseWorker }, port) => {
  const warnings: string[] = []
  const warn = (sentence: string): void => {
    warnings.push(sentence)
  }
  const core = openCore({ file, create, actor: 'window', parseWorker, warn })
  if (!core.ok) return core
  core.value.onEvent((name, payload) => {
    port.postMessage({ kind: 'event', name, payload })
  })
  return ok({ ...core.value, internal: {}, warnings })
}
