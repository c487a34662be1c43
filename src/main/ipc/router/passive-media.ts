/**
 * Media types that show and do nothing: pictures, sound, video, fonts. Not SVG, HTML, XML or PDF, which are documents,
 * and not text, which a browser would show under the window's origin.
 */
const PASSIVE =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)|audio\/(?:mpeg|mp4|ogg|wav|x-wav|webm|flac|aac)|video\/(?:mp4|webm|ogg)|font\/(?:woff|woff2|ttf|otf))$/

/** The media type as it may be served, without parameters; null for what is served as mere bytes. */
export function passiveMediaType(mediaType: string): string | null {
  const bare = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
  return PASSIVE.test(bare) ? bare : null
}
