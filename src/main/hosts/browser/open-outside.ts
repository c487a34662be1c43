import { spawn } from 'node:child_process'

/** Opens an address with the program that the system has for it; false when there is none. */
export type OpenOutside = (address: string) => Promise<boolean>

/** By name and arguments, never through a shell; the address is one argument and begins with its scheme. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...first: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens it in the person's own browser or mail program, which lives on when Offprint ends. */
export const openOutside: OpenOutside = (address) =>
  new Promise((resolve) => {
    const [program, ...first] = OPENERS[process.platform] ?? ['xdg-open']
    const child = spawn(program, [...first, address], { stdio: 'ignore', detached: true })
    child.once('error', () => {
      resolve(false)
    })
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** The address in its normal form when it is one of the web or of mail; null for every other. */
export function outsideAddress(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed !== null && SCHEMES.has(parsed.protocol) ? parsed.href : null
}
