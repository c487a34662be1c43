import type { Locator } from '@playwright/test'
import type { Rgb } from './solid-png.ts'

/** A point in CSS pixels from an element's corner. */
type Point = readonly [x: number, y: number]

/** Colours as a person sees them at points of an element: read from a picture of the window, so a frame's content counts too. */
export async function seenColours(element: Locator, points: readonly Point[]): Promise<readonly Rgb[]> {
  const picture = await element.screenshot()
  return element.page().evaluate(readPixels, { picture: picture.toString('base64'), points })
}

async function readPixels(input: { readonly picture: string; readonly points: readonly Point[] }): Promise<Rgb[]> {
  const bytes = Uint8Array.from(atob(input.picture), (letter) => letter.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes]))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!
  canvas.drawImage(bitmap, 0, 0)
  return input.points.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(x, y, 1, 1).data
    return [red, green, blue]
  })
}
