import { readJsonObject } from '../json-column.ts'

/**
 * The name of the file that an article alone came from, as its import kept it (`version.parameters`); null for a line
 * of a file of many, whose name says nothing about it, and for parameters that cannot be read (`verify` names them).
 */
export function fileNameOf(parameters: string | null): string | null {
  try {
    const { fileName, format } = parameters === null ? {} : readJsonObject(parameters)
    return typeof fileName === 'string' && format !== 'jsonl' ? fileName : null
  } catch {
    return null
  }
}
