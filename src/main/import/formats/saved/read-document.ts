import { appError } from '../../../../shared/app-error.ts'
import { isJsonObject, type JsonObject } from '../../../../shared/json.ts'
import type { DraftFailure, ImportSource } from '../../format.ts'
import { parseJson } from '../../json/parse-json.ts'
import { failureAt } from './table-format.ts'

/** Reads a small JSON file beside entries; what is no object is a failed item. */
export async function readDocument(
  file: ImportSource,
): Promise<{ readonly ok: true; readonly value: JsonObject } | DraftFailure> {
  const bytes = await file.bytes()
  if (!bytes.ok) return failureAt(file.path, bytes.error)
  const parsed = parseJson(bytes.value)
  if (!parsed.ok) return failureAt(file.path, parsed.error)
  if (isJsonObject(parsed.value)) return { ok: true, value: parsed.value }
  return failureAt(file.path, appError('import/malformed', { path: file.path, reason: 'it is no object' }))
}
