import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Takes electron-builder's arguments for fpm and makes the same package with dpkg-deb, since fpm is a download.

/** Options whose value is a field of the control file. */
const FIELDS: Readonly<Record<string, string>> = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--category': 'Section',
  '--deb-priority': 'Priority',
  '--deb-recommends': 'Recommends',
  '--url': 'Homepage',
  '--description': 'Description',
  '-d': 'Depends',
}
const SCRIPTS: Readonly<Record<string, string>> = { '--after-install': 'postinst', '--after-remove': 'postrm' }
const IGNORED = ['-s', '-t', '--deb-compression', '--vendor', '--license']

const args = process.argv.slice(2)
const root = mkdtempSync(join(dirname(valueOf('--package')), 'deb-'))
const fields = new Map<string, string[]>()
mkdirSync(join(root, 'DEBIAN'))

for (let at = 0; at < args.length; at++) {
  const [option = '', value = ''] = [args[at], args[at + 1]]
  const field = FIELDS[option]
  const script = SCRIPTS[option]
  if (field !== undefined) fields.set(field, [...(fields.get(field) ?? []), value])
  else if (script !== undefined) writeScript(script, value)
  else if (option === '--force') continue
  else if (option.includes('=/')) {
    copy(option)
    continue
  } else if (!IGNORED.includes(option) && option !== '--package') throw new Error(`unknown argument of fpm: ${option}`)
  at++
}
const control = [...fields].map(([name, values]) => `${name}: ${values.join(', ')}\n`).join('')
writeFileSync(join(root, 'DEBIAN/control'), control)
const { status } = spawnSync(
  'dpkg-deb',
  ['--root-owner-group', '-Zgzip', '-z1', '--build', root, valueOf('--package')],
  {
    stdio: 'inherit',
  },
)
rmSync(root, { recursive: true })
process.exitCode = status ?? 1

function valueOf(option: string): string {
  return args[args.indexOf(option) + 1] ?? ''
}

function writeScript(name: string, from: string): void {
  writeFileSync(join(root, 'DEBIAN', name), readFileSync(from))
  chmodSync(join(root, 'DEBIAN', name), 0o755)
}

/** `from=to`: a folder with a slash at its end gives its content. */
function copy(pair: string): void {
  const [from = '', to = ''] = pair.split('=', 2)
  mkdirSync(dirname(join(root, to)), { recursive: true })
  cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true })
}
