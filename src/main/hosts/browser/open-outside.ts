import { spawn } from 'node:child_process'
import type { OpenOutside } from '../outside-address.ts'

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
