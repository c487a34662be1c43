import type { Uid } from '../../../shared/model/identity.ts'
import type { TreeLine, TreeMove } from './collection-tree.ts'

/** What the keys of the tree do. */
export interface TreeKeysOptions {
  readonly lines: () => readonly TreeLine[]
  readonly focusOn: (uid: Uid) => void
  readonly setOpen: (uid: Uid, isOpen: boolean) => void
  readonly show: (line: TreeLine) => void
  readonly edit: (uid: Uid) => void
  readonly moveBy: (uid: Uid, direction: TreeMove) => void
  readonly remove: (uid: Uid) => void
}

const MOVES: Readonly<Record<string, TreeMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** The keys of the tree of collections, as the ARIA practices have them; with Alt the collection itself moves. */
export function useTreeKeys(options: TreeKeysOptions): { readonly press: (event: KeyboardEvent) => void } {
  function press(event: KeyboardEvent): void {
    const uid = (event.target as HTMLElement).dataset['uid'] as Uid | undefined
    const lines = options.lines()
    const at = lines.findIndex(({ node }) => node.uid === uid)
    const line = lines[at]
    if (line === undefined || event.ctrlKey || event.metaKey) return
    const isUsed = event.altKey ? move(line, event.key) : walk(lines, at, event.key) || act(line, event.key)
    if (!isUsed) return
    event.preventDefault()
    event.stopPropagation()
  }

  function move({ node }: TreeLine, key: string): boolean {
    const direction = MOVES[key]
    if (direction !== undefined) options.moveBy(node.uid, direction)
    return direction !== undefined
  }

  function walk(lines: readonly TreeLine[], at: number, key: string): boolean {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[key]
    if (to === undefined) return false
    const next = lines[to]
    if (next !== undefined) options.focusOn(next.node.uid)
    return true
  }

  function act(line: TreeLine, key: string): boolean {
    const { node, isOpen, parent } = line
    switch (key) {
      case 'ArrowRight':
        if (isOpen) focusFirst(node.children[0]?.uid)
        else if (node.children.length > 0) options.setOpen(node.uid, true)
        return true
      case 'ArrowLeft':
        if (isOpen) options.setOpen(node.uid, false)
        else focusFirst(parent?.uid)
        return true
      case 'Enter':
      case ' ':
        options.show(line)
        return true
      case 'F2':
        options.edit(node.uid)
        return true
      case 'Delete':
        options.remove(node.uid)
        return true
      default:
        return false
    }
  }

  function focusFirst(uid: Uid | undefined): void {
    if (uid !== undefined) options.focusOn(uid)
  }

  return { press }
}
