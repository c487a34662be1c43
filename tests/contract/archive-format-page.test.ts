import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, CONNECTION_PRAGMAS, CREATION_PRAGMAS } from '../../src/main/storage/connection-settings.ts'
import { MIGRATIONS, newestSchema } from '../../src/main/storage/migrations/migrations.ts'
import { aDatabase } from '../support/a-database.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/archive-format.md'), 'utf8')
const described = describedColumns(page)

describe('docs/archive-format.md', () => {
  it('is about the newest schema', () => {
    expect(page).toContain(`**schema ${String(newestSchema(MIGRATIONS))}**`)
  })

  it('has a heading for every table of the schema, and for no other', () => {
    const tables = schemaColumns().map(({ table }) => table)
    expect([...described.keys()].toSorted()).toEqual([...new Set(tables)].toSorted())
  })

  it('describes every column under the heading of its table', () => {
    const missing = schemaColumns().filter(({ table, column }) => described.get(table)?.has(column) !== true)
    expect(missing).toEqual([])
  })

  it('describes no column that is not there', () => {
    const known = new Set(schemaColumns().map(({ column }) => column))
    const strange = [...described.values()].flatMap((columns) => [...columns].filter((column) => !known.has(column)))
    expect(strange).toEqual([])
  })

  it('names the settings of the file and of every connection', () => {
    expect(page).toContain(String(APPLICATION_ID))
    expect(page).toContain(`0x${APPLICATION_ID.toString(16).toUpperCase()}`)
    for (const setting of CREATION_PRAGMAS) {
      const [name, value] = setting.split(' = ')
      expect(page).toMatch(new RegExp(`\\| \`${name ?? ''}\` +\\| ${value ?? ''}`))
    }
    for (const setting of CONNECTION_PRAGMAS) expect(page).toContain(`\`${setting.replace(' = ', '=')}\``)
  })
})

/** Columns by table: under a heading of level 4 that names one table or several, the first column of its rows. */
function describedColumns(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Map<string, ReadonlySet<string>>()
  for (const section of text.split(/^#{2,4} (?=.*\n)/m)) {
    const [heading = ''] = section.split('\n', 1)
    const tables = [...heading.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
    const rows = [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name = '']) => name)
    for (const table of tables) columns.set(table, new Set(rows))
  }
  return columns
}

/** Every column of the schema; tables that SQLite keeps for itself (FTS5's shadows) are not ours to describe. */
function schemaColumns(): readonly { readonly table: string; readonly column: string }[] {
  return aDatabase()
    .database.prepare<[], { table: string; column: string }>(
      `SELECT t.name AS "table", c.name AS "column"
       FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite%'`,
    )
    .all()
}
