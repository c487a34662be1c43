import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const FOLDER = join(import.meta.dirname, '../../../resources/schemas')

/** A schema of `resources/schemas`, by its file's name. */
export type SchemaName =
  | 'backup'
  | 'error'
  | 'export'
  | 'extract'
  | 'gesture'
  | 'highlight'
  | 'import'
  | 'list-row'
  | 'organise'
  | 'rebuild'
  | 'restore'
  | 'search'
  | 'search-line'
  | 'show'
  | 'stats'
  | 'undo'
  | 'verify'

/** Every schema that is shipped, as parsed. */
export const SCHEMAS: ReadonlyMap<string, AnySchemaObject> = new Map(
  readdirSync(FOLDER).map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as AnySchemaObject,
  ]),
)

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
for (const schema of SCHEMAS.values()) ajv.addSchema(schema)

/** What is wrong with an answer; empty when it fits. */
export function problemsOf(schema: string, answer: unknown): readonly string[] {
  const validate = ajv.getSchema(`${schema}.json`)
  if (validate === undefined) throw new Error(`there is no schema ${schema}`)
  if (validate(answer) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

/** Fails the test when an answer does not fit its schema. */
export function assertAnswer(schema: SchemaName, answer: unknown): void {
  const problems = problemsOf(schema, answer)
  if (problems.length > 0) throw new Error(`does not fit ${schema}.json:\n${problems.join('\n')}`)
}
