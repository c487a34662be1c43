import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../../src/main/hosts/electron/window-bounds.ts'

const SCREENS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 200, width: 1280, height: 800 },
]

describe('the place of the window', () => {
  it('is the remembered one while a screen shows its title bar', () => {
    for (const [x, y] of [
      [100, 50],
      [2_000, 300],
      [-900, 0],
      [1_800, 1_000],
    ] as const) {
      const bounds = { x, y, width: 1_000, height: 700 }
      expect(readPlace({ ...bounds, maximized: true }, SCREENS)).toEqual({ bounds, maximized: true })
    }
  })

  it('is the middle where no screen would show it any more, or nothing of use is remembered', () => {
    for (const [x, y] of [
      [5_000, 50],
      [-990, 0],
      [100, -200],
      [100, 1_060],
    ] as const) {
      expect(readPlace({ x, y, width: 1_000, height: 700 }, SCREENS).bounds).toBeNull()
    }
    for (const saved of [undefined, null, 'x', [], { x: 1 }, { x: 1, y: 1.5, width: 900, height: 600 }]) {
      expect(readPlace(saved, SCREENS)).toEqual({ bounds: null, maximized: false })
    }
  })
})
