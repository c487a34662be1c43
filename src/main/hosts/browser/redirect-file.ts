import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newSecret } from '../../ipc/secret.ts'

/** A page on this disk that leads to the window. */
export interface RedirectFile {
  /** `file:` address. */
  readonly url: string
  /** A second call does nothing. */
  readonly remove: () => void
}

/**
 * Writes it, for the person's own eyes: arguments of a process can be read by everybody on the computer, so the
 * window's address with its token is never among them.
 */
export function writeRedirectFile(folder: string, address: string): RedirectFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // One that was there before may be open to others.
  chmodSync(folder, 0o700)
  const path = join(folder, `open-${newSecret().slice(0, 16)}.html`)
  // Our own address of digits and letters: nothing in it needs escaping.
  const page = `<!doctype html><meta charset="utf-8"><title>Offprint</title><script>location.replace('${address}')</script>`
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' })
  return {
    url: pathToFileURL(path).href,
    remove: () => {
      rmSync(path, { force: true })
    },
  }
}
