/** Headers by name. */
export type HeaderList = Readonly<Record<string, string>>

/** What every answer carries, whatever it is. */
const ALWAYS: HeaderList = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Content of an archive stays out of every cache on disk: what is deleted for ever must be gone. */
const PRIVATE: HeaderList = { ...ALWAYS, 'cache-control': 'no-store' }

/**
 * Connections to where the answer came from, and to nowhere else. A policy is asked too late: for a nested frame that it
 * blocks Chromium has opened a connection before (`tests/e2e/raw-vectors.test.ts`). Chromium 148 and newer know it.
 */
const OWN_CONNECTIONS: HeaderList = { 'connection-allowlist': '(response-origin)' }

const NO_FEATURES =
  'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()'

/** The window itself (wall 5). `pipe` is the address the window's pipe goes to, empty where it needs none. */
export function windowHeaders(pipe: string): HeaderList {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    `connect-src 'self' ${pipe}`.trim(),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // `pdf-worker` lets through one address of a script, the thread that reads PDFs (`reader/pdf/pdf-worker.ts`).
    'trusted-types vue pdf-worker',
  ]
  return {
    ...PRIVATE,
    'content-security-policy': policy.join('; '),
    'permissions-policy': NO_FEATURES,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Files of the window. Their names change with their content, unless they are said to be `fixed`. */
export function assetHeaders(fixed: boolean): HeaderList {
  return {
    ...ALWAYS,
    'cache-control': fixed ? 'no-store' : 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Reader HTML (wall 2). */
export const READER_HEADERS: HeaderList = {
  ...PRIVATE,
  ...OWN_CONNECTIONS,
  'content-security-policy':
    "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; " +
    "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': NO_FEATURES,
}

/** Bytes of the archive: whatever they are, as a document they are nothing. */
export const BLOB_HEADERS: HeaderList = {
  ...PRIVATE,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
}

/** An original (wall 4): an opaque origin, whose own pictures, styles and fonts are cross-site to it. */
export const ORIGINAL_HEADERS: HeaderList = {
  ...PRIVATE,
  ...OWN_CONNECTIONS,
  'content-security-policy':
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': 'null',
  'permissions-policy': NO_FEATURES,
}

/** Words for whoever asked for what is not there. */
export const REFUSAL_HEADERS: HeaderList = {
  ...PRIVATE,
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'cross-origin-resource-policy': 'same-origin',
}
