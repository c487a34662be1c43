import { decisionOf } from '../../shared/import-decision.ts'
import type { DecisionGroup, DecisionReason, ImportItemReport } from '../../shared/model/import.ts'

/** Groups what needs a decision by reason, the largest first; `examples` holds every item. */
export function groupDecisions(items: readonly ImportItemReport[]): readonly DecisionGroup[] {
  const groups = new Map<DecisionReason, ImportItemReport[]>()
  for (const item of items) {
    const reason = decisionOf(item)
    if (reason === null) continue
    const group = groups.get(reason)
    if (group === undefined) groups.set(reason, [item])
    else group.push(item)
  }
  return [...groups.entries()]
    .map(([reason, examples]) => ({ reason, count: examples.length, examples }))
    .sort((one, other) => other.count - one.count)
}

/** Groups of the same reasons as one, the largest first. */
export function joinDecisions(
  some: readonly DecisionGroup[],
  more: readonly DecisionGroup[],
): readonly DecisionGroup[] {
  const joined = new Map(some.map((group) => [group.reason, group]))
  for (const { reason, count, examples } of more) {
    const known = joined.get(reason) ?? { count: 0, examples: [] }
    joined.set(reason, { reason, count: known.count + count, examples: [...known.examples, ...examples] })
  }
  return [...joined.values()].sort((one, other) => other.count - one.count)
}

/** Whether a reason is that of failed items: they can be tried again. */
export function isFailure(reason: DecisionReason): boolean {
  return reason.includes('/') || reason === 'internal'
}

/** A key follows a file's whole name; a `#` before its ending is part of the name. */
const ITEM_KEY = /^(.*\.\w{1,8})#[^/\\]*$/su

/** What lies in a container is named by its way there, which has strokes of its own. */
const ENTRY_OF_CONTAINER = /^(.*?\.(?:zip|htmlz|wacz|epub))#.*$/isu

/** The files that items came from, each once: an item in a file of many is named `path#key`. */
export function filesOf(items: readonly ImportItemReport[]): readonly string[] {
  const fileOf = ({ source }: ImportItemReport): string =>
    (ENTRY_OF_CONTAINER.exec(source) ?? ITEM_KEY.exec(source))?.[1] ?? source
  return [...new Set(items.map(fileOf))]
}
