import type { ArchivePorts } from '../../src/main/archive/archive-ports.ts'
import { startImportRun } from '../../src/main/archive/import-run.ts'
import { createImportStore } from '../../src/main/archive/store-import-batch.ts'
import { joinPorts } from '../../src/main/core/join-ports.ts'
import type { Draft } from '../../src/main/import/draft.ts'
import { importArticle } from '../../src/main/import/import-article.ts'
import type { ArchiveConnection } from '../../src/main/storage/open-archive.ts'
import type { ArticleUid, Uid } from '../../src/shared/model/identity.ts'
import type { ImportItemReport } from '../../src/shared/model/import.ts'
import { aDraft } from './import-builders.ts'
import { newArchive } from './new-archive.ts'
import { countingUids, stillClock } from './still-clock.ts'
import { valueOf } from './value-of.ts'

/** A real archive in a temporary folder with all its ports joined, as the product joins them. */
export interface TestArchive {
  readonly connection: ArchiveConnection
  readonly ports: ArchivePorts
  /** Takes drafts the whole road of an import in one run; answers the run and the outcomes. */
  readonly bringIn: (...drafts: readonly Draft[]) => {
    readonly run: Uid
    readonly reports: readonly ImportItemReport[]
  }
  /** The same with one text; answers the article. */
  readonly addText: (text: string, stated?: Partial<Draft>) => ArticleUid
}

/** Opens one; closed when the running test ends. */
export function anArchive(): TestArchive {
  const connection = newArchive()
  const ports = joinPorts(connection, { clock: stillClock, newUid: countingUids() })
  const bringIn: TestArchive['bringIn'] = (...drafts) => {
    const run = valueOf(startImportRun(ports, { paths: ['test'] }))
    const items = drafts.map((draft) => ({ key: draft.key, source: draft.source, result: importArticle(draft, ports) }))
    const store = createImportStore(ports, run)
    const reports: ImportItemReport[] = []
    while (reports.length < items.length) reports.push(...valueOf(store.storeBatch(items.slice(reports.length))))
    return { run, reports }
  }
  return {
    connection,
    ports,
    bringIn,
    addText: (text, stated) => {
      const uid = bringIn(aTextDraft(text, stated)).reports[0]?.uid
      if (uid === null || uid === undefined) throw new Error('the text was not added')
      return uid
    },
  }
}

/** A draft of plain text, as the reader of text files yields it. */
export function aTextDraft(text: string, stated: Partial<Draft> = {}): Draft {
  return aDraft(text, { source: stated.fileName ?? 'test.txt', ...stated })
}
