import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the scripts of a package call. */
const PROGRAMS = ['bash', 'chmod', 'cp', 'ln', 'readlink', 'rm', 'sh', 'update-alternatives']

/** A folder that dpkg can install into as into a computer of its own: a shell, some tools, and an empty database. */
export interface BareSystem {
  /** Runs dpkg on it; answers what it said, and fails when it does. */
  readonly dpkg: (...args: readonly string[]) => string
  /** Runs a program of it inside it. */
  readonly run: (...command: readonly string[]) => string
  /** Everything in it but the database of packages and of alternatives. */
  readonly files: () => readonly string[]
}

/** Whether this computer can make one: dpkg's, and the right to change the root of a program. */
export function canHaveBareSystem(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/dpkg') && existsSync('/usr/bin/update-alternatives')
}

/** Makes one in an empty folder. */
export function aBareSystem(root: string): BareSystem {
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  symlinkSync('usr/bin', join(root, 'bin'))
  for (const folder of ['info', 'updates', 'triggers', 'alternatives']) {
    mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true })
  }
  for (const folder of ['dev', 'etc/alternatives', 'var/log', 'tmp']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'var/lib/dpkg/status'), '')
  writeFileSync(join(root, 'dev/null'), '')
  for (const name of PROGRAMS) copyProgram(root, name)
  const call = (program: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/usr/sbin' },
    })
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
    return stdout + stderr
  }
  return {
    dpkg: (...args) => call('dpkg', [`--root=${root}`, '--force-depends', '--force-bad-path', ...args]),
    run: (...command) => call('chroot', [root, ...command]),
    files: () =>
      globSync('**/*', { cwd: root })
        .filter((name) => !/^(?:var\/l(?:ib\/dpkg|og)|dev)(?:\/|$)/.test(name))
        .sort(),
  }
}

/** A program with the libraries that it loads, at the places where they lie here. */
function copyProgram(root: string, name: string): void {
  const program = `/usr/bin/${name}`
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  const libraries = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path)
  for (const path of [program, ...libraries]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(realpathSync(path), join(root, path))
  }
}
