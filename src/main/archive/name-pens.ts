import { HIGHLIGHT_COLORS, type PenName } from '../../shared/model/annotation.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { runGesture } from './gesture.ts'

/** The pens in their fixed order with what this archive calls them. */
export function listPens(ports: ArchivePorts): readonly PenName[] {
  return HIGHLIGHT_COLORS.map((color) => ({ color, name: ports.entities.read('pen-name', color)?.name ?? null }))
}

/** Names a pen; null or white space alone takes its name away. */
export function renamePen(
  ports: ArchivePorts,
  actor: Actor,
  { color, name }: PenName,
): Result<{ readonly gesture: GestureUid | null }> {
  return runGesture(ports, actor, (gesture) => {
    const trimmed = name?.trim() ?? ''
    const value = trimmed === '' ? null : { name: trimmed }
    return { gesture: gesture.edit({ kind: 'pen-name', subject: color, value }) ? gesture.uid : null }
  })
}
