import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { aProgram, type Program } from './program.ts'

/** Archives that many tests begin with: each is made once, by the program itself, and copied for every test. */
export interface PreparedArchives {
  /** Puts a copy in the place of a program's archive; `make` brings in what it holds, the first time. */
  readonly place: (to: Program, name: string, make: MakeArchive) => Promise<void>
  readonly close: () => void
}

/** Fills the archive of an empty home; the program is ended afterwards. */
export type MakeArchive = (program: Program) => Promise<void>

/** Nothing is made yet. */
export function createPreparedArchives(): PreparedArchives {
  const home = mkdtempSync(join(tmpdir(), 'offprint-prepared-'))
  const made = new Map<string, Promise<string>>()

  async function makeOne(name: string, make: MakeArchive): Promise<string> {
    const program = aProgram(join(home, name))
    await make(program)
    await program.stop()
    return dirname(program.archive)
  }

  return {
    place: async (to, name, make) => {
      let folder = made.get(name)
      if (folder === undefined) made.set(name, (folder = makeOne(name, make)))
      cpSync(await folder, dirname(to.archive), { recursive: true })
    },
    close: () => {
      rmSync(home, { recursive: true, force: true })
    },
  }
}
