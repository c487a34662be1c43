import type { Random } from './random.ts'

/** Draws ranks 1, 2, 3 … up to a limit, small ones more often. */
export type DrawRank = (random: Random) => number

/** Mandelbrot's shift, 2.7 for English: the very first words are less far apart than Zipf's law says. */
const SHIFT = 2.7
/** Exponent of the common words; with it the 60 commonest make two fifths of a text, as in English news. */
const KERNEL = 1.06
/** Beyond so many words a language's shared kernel ends and the tail falls faster (Ferrer i Cancho and Solé 2001). */
const KERNEL_SIZE = 5_000
/** Exponent of the tail: new words come with about the square root of the text's length (Heaps' law). */
const TAIL = 2

/**
 * Zipf–Mandelbrot in two regimes: P(rank) ∝ (rank + shift)^-1.06 up to rank 5 000, ∝ rank^-2 beyond, joined without a
 * step. Drawn by inverting the integral, so that a vocabulary of a million words needs no table.
 */
export function zipfMandelbrot(limit: number): DrawRank {
  const first = 0.5 + SHIFT
  const border = Math.min(limit, KERNEL_SIZE) + 0.5 + SHIFT
  const last = limit + 0.5 + SHIFT
  const kernelMass = integral(KERNEL, first, border)
  // The tail is scaled to meet the kernel's density at the border.
  const tailScale = border ** (TAIL - KERNEL)
  const mass = kernelMass + tailScale * integral(TAIL, border, last)
  return (random) => {
    const drawn = random.next() * mass
    const point =
      drawn < kernelMass ? advance(KERNEL, first, drawn) : advance(TAIL, border, (drawn - kernelMass) / tailScale)
    return Math.min(limit, Math.max(1, Math.round(point - SHIFT)))
  }
}

/** Mass of x^-exponent between two points. */
function integral(exponent: number, from: number, to: number): number {
  return (from ** (1 - exponent) - to ** (1 - exponent)) / (exponent - 1)
}

/** The point up to which x^-exponent has the given mass, counted from `from`. */
function advance(exponent: number, from: number, mass: number): number {
  return (from ** (1 - exponent) - mass * (exponent - 1)) ** (1 / (1 - exponent))
}
