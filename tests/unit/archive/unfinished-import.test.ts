import { describe, expect, test } from 'vitest'
import { finishImportRun } from '../../../src/main/archive/import-run.ts'
import { findUnfinishedImport, leaveImport } from '../../../src/main/archive/unfinished-import.ts'
import { anArchive, aTextDraft } from '../../support/an-archive.ts'
import { valueOf } from '../../support/value-of.ts'

describe('an unfinished import', () => {
  test('is named with what it was asked for until it ends', () => {
    const { ports, bringIn } = anArchive()
    expect(valueOf(findUnfinishedImport(ports))).toBeNull()
    const { run } = bringIn(aTextDraft('An article of one line'))
    expect(valueOf(findUnfinishedImport(ports))).toMatchObject({ run, paths: ['test'] })
    valueOf(finishImportRun(ports, run, {}))
    expect(valueOf(findUnfinishedImport(ports))).toBeNull()
  })

  test('is not offered again once it was left as it stands, and what it brought in stays', () => {
    const { ports, bringIn } = anArchive()
    const { run, reports } = bringIn(aTextDraft('An article of one line'))
    valueOf(leaveImport(ports, run))
    expect(valueOf(findUnfinishedImport(ports))).toBeNull()
    expect(ports.ledger.articlesAdded(run)).toHaveLength(reports.length)
  })
})
