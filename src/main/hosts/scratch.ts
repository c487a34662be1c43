import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A private folder for files on their way, which nothing outlives. */
export interface Scratch {
  /** Makes a new folder in it. */
  readonly newFolder: () => string
  readonly remove: () => void
}

/** A run's folder: who made it, and something that no other run has. */
const RUN = /^(\d+)-\w+$/

/**
 * Opens this run's part of the scratch folder, made when first needed; what runs left that ended without removing
 * theirs is removed now.
 */
export function openScratch(root: string): Scratch {
  removeLeftOver(root)
  let run: string | null = null
  const runFolder = (): string => {
    mkdirSync(root, { recursive: true, mode: 0o700 })
    return mkdtempSync(join(root, `${String(process.pid)}-`))
  }
  return {
    newFolder: () => {
      run ??= runFolder()
      const folder = join(run, randomUUID())
      mkdirSync(folder, { mode: 0o700 })
      return folder
    },
    remove: () => {
      if (run !== null) rmSync(run, { recursive: true, force: true })
      run = null
    },
  }
}

function removeLeftOver(root: string): void {
  for (const name of namesIn(root)) {
    const owner = RUN.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(root, name), { recursive: true, force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Nothing was ever given, or the folder is closed to us: then giving files will say so.
    return []
  }
}

/** Whether a process of that number exists; one of another person counts. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
