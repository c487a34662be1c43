import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'

/** A text of an object, or a number as text; null when it is absent, blank or anything else. Always well-formed. */
export function textField(object: JsonObject, name: string): string | null {
  const value = object[name]
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.toWellFormed() : null
}

/** A yes or no, as JSON says it or as databases do: true, 1, "1", "true", "yes". */
export function flagField(object: JsonObject, name: string): boolean {
  return isYes(object[name])
}

/** Whether a value says yes. */
export function isYes(value: Json | undefined): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes)$/i.test(value.trim()))
}

/** A list of an object; empty when it is absent or anything else. */
export function listField(object: JsonObject, name: string): readonly Json[] {
  const value = object[name]
  return value !== undefined && isJsonList(value) ? value : []
}

/** The objects in a list of an object. */
export function objectsField(object: JsonObject, name: string): readonly JsonObject[] {
  return listField(object, name).filter((value) => isJsonObject(value))
}

/** The texts in a list of an object, those of `{ name }` objects too; blank ones are none. */
export function namesField(object: JsonObject, name: string): readonly string[] {
  return listField(object, name)
    .map((value) => (isJsonObject(value) ? textField(value, 'name') : textField({ value }, 'value')))
    .filter((value) => value !== null)
}

/** Names of one text, cut at a delimiter; blank ones are none. */
export function cutNames(text: string | null, delimiter: string | RegExp): readonly string[] {
  return (text ?? '')
    .split(delimiter)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
