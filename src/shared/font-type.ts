const TYPES: readonly (readonly [start: string, mediaType: string])[] = [
  ['wOF2', 'font/woff2'],
  ['wOFF', 'font/woff'],
  ['OTTO', 'font/otf'],
  ['\0\u0001\0\0', 'font/ttf'],
  ['true', 'font/ttf'],
]

/** The media type of a font by its first bytes, since pages give fonts a dozen names; null for what is none. */
export function fontType(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return TYPES.find(([one]) => one === start)?.[1] ?? null
}
