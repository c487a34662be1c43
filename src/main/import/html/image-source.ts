/** Attributes in which pages keep a picture's address until a script shows it, best first. */
const LAZY_SOURCES = [
  'data-src-large',
  'data-full-src',
  'data-hi-res-src',
  'data-original',
  'data-orig-file',
  'data-large-file',
  'data-lazy-src',
  'data-lazy',
  'data-src',
  'data-image',
  'data-url',
  'data-pagespeed-lazy-src',
]
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set']

/** Widest picture that is worth keeping, in pixels: more is only larger on disk. */
const WIDEST_USEFUL = 2400

/**
 * The address of the picture that an `<img>` (alone or inside `<picture>`) stands for: the largest useful candidate of
 * its source set, else what a lazy loader would show, else `src`. null when there is none but a placeholder.
 */
export function imageSource(img: Element): string | null {
  const sets = [...LAZY_SETS.map((name) => img.getAttribute(name)), img.getAttribute('srcset'), ...pictureSets(img)]
  for (const set of sets) {
    const best = set === null ? null : bestOfSet(set)
    if (best !== null) return best
  }
  for (const name of LAZY_SOURCES) {
    const value = img.getAttribute(name)?.trim() ?? ''
    if (/^(https?:|\/|\.{0,2}\/|[\w-]+\/)\S+$/i.test(value)) return value
  }
  const source = img.getAttribute('src')?.trim() ?? ''
  return source === '' || isPlaceholder(source) ? null : source
}

/** The best candidate of a `srcset` value; null when it holds none. */
export function bestOfSet(set: string): string | null {
  let best: { url: string; size: number } | null = null
  for (const [, url = '', descriptor = ''] of set.matchAll(/\s*,?\s*(\S*[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g)) {
    if (isPlaceholder(url) || url === '') continue
    const size = descriptor.endsWith('x') ? parseFloat(descriptor) * 1000 : parseFloat(descriptor) || 1
    if (best === null || (size > best.size && size <= WIDEST_USEFUL) || best.size > WIDEST_USEFUL) best = { url, size }
  }
  return best?.url ?? null
}

function pictureSets(img: Element): (string | null)[] {
  const parent = img.parentElement
  if (parent?.tagName !== 'PICTURE') return []
  return Array.from(parent.children)
    .filter((child) => child.tagName === 'SOURCE' && !(child.getAttribute('type') ?? '').includes('avif'))
    .map((child) => child.getAttribute('srcset') ?? child.getAttribute('data-srcset'))
}

/** A short `data:` picture or a file that says so holds the place of the real one. */
function isPlaceholder(url: string): boolean {
  if (url.startsWith('data:')) return url.length < 1000 || url.startsWith('data:image/svg')
  return /(?:^|\/)(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy)[\w-]*\.(?:gif|png|jpe?g|svg)/i.test(url)
}
