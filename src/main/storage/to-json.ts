import type { AppError } from '../../shared/app-error.ts'
import type { Json } from '../../shared/json.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'

/** An error or a list of notes as JSON: interfaces have no index signature, so that TypeScript must be shown they fit. */
export function toJson(value: AppError | readonly ItemNote[]): Json {
  return 'code' in value
    ? { code: value.code, details: value.details }
    : value.map(({ kind, details }) => ({ kind, details }))
}
