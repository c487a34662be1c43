import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'

const ROOT = join(import.meta.dirname, '../..')

/** Widths of the pictures that Linux takes, in pixels; the others are made of some of them. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
const WINDOWS = [16, 24, 32, 48, 64, 128, 256] as const

/** What a Mac calls each picture; one of twice the density has a name of its own. */
const MAC = {
  ic04: 16,
  ic11: 32,
  ic05: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const

/** Draws `resources/icon.svg` in every size and form that a system wants, into a folder. */
export async function drawIcons(folder: string): Promise<void> {
  const svg = readFileSync(join(ROOT, 'resources/icon.svg'))
  const draw = (size: number): Buffer => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of ICON_SIZES) writeFileSync(join(folder, `icons/${size}x${size}.png`), draw(size))

  const windows = new IconIco()
  for (const size of WINDOWS) await windows.addFromPng(draw(size), true, true)
  writeFileSync(join(folder, 'icon.ico'), windows.encode())

  const mac = new IconIcns()
  mac.toc = true
  for (const [name, size] of Object.entries(MAC)) await mac.addFromPng(draw(size), [name], true)
  writeFileSync(join(folder, 'icon.icns'), mac.encode())
}

if (import.meta.main) await drawIcons(join(ROOT, 'resources'))
