import type { SurfaceForm } from '../../archive/ports/analyse.ts'

/** Separates words on their way between threads; a word form never holds a control character. */
const SEPARATOR = '\0'

/**
 * Word forms as one string. An article has hundreds; as objects they cost the receiving thread, which is the one that
 * stores, ten times as much as all the rest of the article (250 of 270 µs measured for 336 forms).
 */
export function packSurfaces(surfaces: readonly SurfaceForm[]): string {
  const words: string[] = []
  for (const { surface, stem } of surfaces) words.push(surface, stem)
  return words.join(SEPARATOR)
}

/** The word forms again, in the same order. */
export function unpackSurfaces(packed: string): readonly SurfaceForm[] {
  if (packed === '') return []
  const words = packed.split(SEPARATOR)
  const surfaces: SurfaceForm[] = []
  for (let at = 0; at < words.length; at += 2) surfaces.push({ surface: words[at] ?? '', stem: words[at + 1] ?? '' })
  return surfaces
}
