import { readFile, stat } from 'node:fs/promises'
import { appError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, type Result } from '../../../shared/result.ts'
import { compileTemplate, type Template } from './compile-template.ts'
import { DEFAULT_TEMPLATES, type DefaultTemplateName } from './default-templates.ts'

/** Bytes of the largest template: the built-in ones have two thousand. */
const LARGEST = 1_000_000

/** Names of the built-in templates, as people read them. */
const NAMES = Object.keys(DEFAULT_TEMPLATES).join(', ')

/**
 * The template that was asked for: null = `plain`, the name of a built-in one, or the path of a file of at most 1 MB.
 * Fails with `export/bad-template`.
 */
export async function loadTemplate(asked: string | null, longest?: number): Promise<Result<Template>> {
  const name = asked ?? 'plain'
  if (isBuiltIn(name)) return compileTemplate(name, DEFAULT_TEMPLATES[name], longest)
  const refused = (reason: string): Result<Template> =>
    err(appError('export/bad-template', { path: name, line: null, reason }))
  try {
    const file = await stat(name)
    // A device or a pipe may go on for ever, or never begin.
    if (!file.isFile()) return refused('it is not a file.')
    if (file.size > LARGEST) return refused('it is larger than 1 MB.')
    return compileTemplate(name, await readFile(name, 'utf8'), longest)
  } catch (error) {
    const code = nativeErrorCode(error)
    if (code === undefined) throw error
    if (code === 'ENOENT') return refused(`there is no such file, and the built-in templates are ${NAMES}.`)
    return refused(`it cannot be read (${code}).`)
  }
}

function isBuiltIn(name: string): name is DefaultTemplateName {
  return Object.hasOwn(DEFAULT_TEMPLATES, name)
}
