const SAFE = new Set(['http:', 'https:', 'mailto:'])

/** An address that may be shown as one, or null: only http, https and mailto. */
export function safeAddress(address: string): string | null {
  try {
    return SAFE.has(new URL(address).protocol) ? address : null
  } catch {
    return null
  }
}
