import { readFile } from 'node:fs/promises'
import { appError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, type Result } from '../../../shared/result.ts'
import { compileTemplate, type Template } from './compile-template.ts'
import { DEFAULT_TEMPLATES, type DefaultTemplateName } from './default-templates.ts'

/**
 * The template that was asked for: null = `plain`, the name of a built-in one, or the path of a file. Fails with
 * `export/bad-template`.
 */
export async function loadTemplate(asked: string | null): Promise<Result<Template>> {
  const name = asked ?? 'plain'
  if (isBuiltIn(name)) return compileTemplate(name, DEFAULT_TEMPLATES[name])
  try {
    return compileTemplate(name, await readFile(name, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error) || nativeErrorCode(error) === undefined) throw error
    return err(appError('export/bad-template', { path: name, line: null, reason: error.message }))
  }
}

function isBuiltIn(name: string): name is DefaultTemplateName {
  return Object.hasOwn(DEFAULT_TEMPLATES, name)
}
