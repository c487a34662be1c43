import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compiledCodeFolder, keepCompiledCode } from '../../../src/main/cli/keep-compiled-code.ts'
import { tempDir } from '../../support/temp-dir.ts'

it("lies where the system wants what can be made again, and is the person's own", () => {
  expect(compiledCodeFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'offprint', 'compiled-code'))
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(compiledCodeFolder({}, platform).startsWith(homedir())).toBe(true)
  }
})

it('leaves a folder alone that the person chose', () => {
  const environment = { NODE_COMPILE_CACHE: '/chosen' }
  keepCompiledCode(environment, 'linux')
  expect(environment).toEqual({ NODE_COMPILE_CACHE: '/chosen' })
})

it('keeps the code that was loaded after it, also where the folder is new', () => {
  const cache = tempDir()
  const module = JSON.stringify(join(import.meta.dirname, '../../../src/main/cli/keep-compiled-code.ts'))
  const code = `const { keepCompiledCode } = await import(${module})
    keepCompiledCode(process.env, 'linux')
    await import('commander')`
  const env = { ...process.env, XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: undefined }
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    env,
    cwd: join(import.meta.dirname, '../../..'),
  })
  expect(readdirSync(join(cache, 'offprint', 'compiled-code'))).not.toEqual([])
})

it('does no harm where nothing can be written', () => {
  const code = `const { keepCompiledCode } = await import(process.argv[1])
    keepCompiledCode({ XDG_CACHE_HOME: '/dev/null/none' }, 'linux')`
  const file = join(import.meta.dirname, '../../../src/main/cli/keep-compiled-code.ts')
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', code, file])).not.toThrow()
})
