import { describe, expect, it } from 'vitest'
import { queryOf } from '../../../../src/renderer/stores/scope.ts'
import { DEFAULT_SETTINGS, readSettings } from '../../../../src/renderer/stores/settings-values.ts'

describe('the query of a scope', () => {
  it('quotes names, so that spaces and operators in them stay names', () => {
    expect(queryOf({ kind: 'all' })).toBe('')
    expect(queryOf({ kind: 'collection', path: ['Weir Lane inquiry', 'NOT minutes'] })).toBe(
      'in:"/Weir Lane inquiry/NOT minutes"',
    )
    expect(queryOf({ kind: 'tag', tag: 'to-cite (2) -x' })).toBe('tag:"to-cite (2) -x"')
    expect(queryOf({ kind: 'tag', tag: 'the "long" read' })).toBe('tag:"the \\"long\\" read"')
  })
})

describe('saved settings', () => {
  it('are taken as they are', () => {
    const changed = { theme: 'sepia', density: 'compact', sidebarWidth: 260, openCollections: ['x'], singleKeys: false }
    expect(readSettings(changed)).toEqual({ ...DEFAULT_SETTINGS, ...changed })
  })

  it('take their default where they are missing, of another type or unknown, and their edge out of range', () => {
    expect(readSettings({ theme: 'neon', density: 3, singleKeys: 'yes', openCollections: 'x', sort: null })).toEqual(
      DEFAULT_SETTINGS,
    )
    expect(readSettings({ sidebarWidth: 9000, listWidth: -1 })).toMatchObject({ sidebarWidth: 320, listWidth: 320 })
    expect(readSettings({ openCollections: ['a', 2, null, 'b'] }).openCollections).toEqual(['a', 'b'])
  })
})
