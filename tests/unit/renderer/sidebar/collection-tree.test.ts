import { describe, expect, it } from 'vitest'
import {
  isWithin,
  placeOfDrop,
  placeOfMove,
  treeLines,
  type TreeLine,
} from '../../../../src/renderer/views/sidebar/collection-tree.ts'
import { placeOfNaming } from '../../../../src/renderer/views/sidebar/naming-place.ts'
import type { Uid } from '../../../../src/shared/model/identity.ts'
import type { CollectionNode } from '../../../../src/shared/model/organisation.ts'

const node = (name: string, ...children: readonly CollectionNode[]): CollectionNode => ({
  uid: name as Uid,
  name,
  articles: 0,
  articlesBelow: 0,
  children,
})
const ROOTS = [node('ice', node('dust'), node('dating', node('carbon'))), node('weir'), node('ports')]
const all = treeLines(ROOTS, () => true)
const line = (name: string, lines: readonly TreeLine[] = all): TreeLine => lines.find((one) => one.node.name === name)!
const uid = (name: string): Uid => name as Uid

describe('lines of the tree', () => {
  it('stand in order with their level and path, those under a closed one are left out', () => {
    expect(all.map(({ node: { name }, level }) => `${level} ${name}`)).toEqual([
      '1 ice',
      '2 dust',
      '2 dating',
      '3 carbon',
      '1 weir',
      '1 ports',
    ])
    expect(line('carbon').path).toEqual(['ice', 'dating', 'carbon'])
    const closed = treeLines(ROOTS, (one) => one === 'ice')
    expect(closed.map(({ node: { name } }) => name)).toEqual(['ice', 'dust', 'dating', 'weir', 'ports'])
  })
})

describe('moving by one step', () => {
  it('goes up and down among siblings, and no further than the ends', () => {
    expect(placeOfMove(all, uid('weir'), 'up')).toEqual({ parent: null, before: 'ice' })
    expect(placeOfMove(all, uid('weir'), 'down')).toEqual({ parent: null, before: null })
    expect(placeOfMove(all, uid('ice'), 'down')).toEqual({ parent: null, before: 'ports' })
    expect(placeOfMove(all, uid('ice'), 'up')).toBeNull()
    expect(placeOfMove(all, uid('ports'), 'down')).toBeNull()
  })

  it('goes into the sibling before, and out behind its parent', () => {
    expect(placeOfMove(all, uid('weir'), 'in')).toEqual({ parent: 'ice', before: null })
    expect(placeOfMove(all, uid('ice'), 'in')).toBeNull()
    expect(placeOfMove(all, uid('dating'), 'out')).toEqual({ parent: null, before: 'weir' })
    expect(placeOfMove(all, uid('carbon'), 'out')).toEqual({ parent: 'ice', before: null })
    expect(placeOfMove(all, uid('weir'), 'out')).toBeNull()
  })

  it('knows nothing of a collection that is gone', () => {
    expect(placeOfMove(all, uid('gone'), 'up')).toBeNull()
  })
})

describe('a drop on a line', () => {
  it('lands before, in or behind it by where the pointer is', () => {
    expect(placeOfDrop(all, line('weir'), 0.1)).toEqual({ parent: null, before: 'weir' })
    expect(placeOfDrop(all, line('weir'), 0.5)).toEqual({ parent: 'weir', before: null })
    expect(placeOfDrop(all, line('weir'), 0.9)).toEqual({ parent: null, before: 'ports' })
  })

  it('lands in an open one below its middle, as its children stand there', () => {
    expect(placeOfDrop(all, line('ice'), 0.9)).toEqual({ parent: 'ice', before: null })
  })

  it('is refused into itself or below', () => {
    expect(isWithin(line('ice').node, uid('carbon'))).toBe(true)
    expect(isWithin(line('ice').node, uid('ice'))).toBe(true)
    expect(isWithin(line('weir').node, uid('ice'))).toBe(false)
  })
})

describe('where a new collection is named', () => {
  it('is under the last line of its parent, at the end of all when it has none or the parent is the last', () => {
    expect(placeOfNaming(all, null)).toEqual({ index: all.length, level: 1 })
    expect(placeOfNaming(all, uid('ice'))).toEqual({ index: 4, level: 2 })
    expect(placeOfNaming(all, uid('dating'))).toEqual({ index: 4, level: 3 })
    expect(placeOfNaming(all, uid('dust'))).toEqual({ index: 2, level: 3 })
    expect(placeOfNaming(all, uid('ports'))).toEqual({ index: all.length, level: 2 })
  })
})
