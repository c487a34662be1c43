import type { BackupReport, VerifyReport } from '../../shared/model/safekeeping.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import type { IndexDamage } from '../archive/ports/article-index.ts'
import type { Safekeeping } from '../archive/ports/safekeeping.ts'
import { textOfReaderHtml } from '../import/clean/text-of-reader-html.ts'

/** What backup and verify stand on. */
export interface KeepJobPorts {
  readonly archive: ArchivePorts
  readonly safekeeping: Safekeeping
  readonly verifyIndex: () => readonly IndexDamage[]
  /** Checks a copy: opens it by itself, as a restore would. */
  readonly verifyFile: (file: string) => Result<VerifyReport>
}

/** `archive.backup`: a copy in one file, checked before it is called a backup. */
export function createBackupJob(ports: KeepJobPorts): JobRunner<'archive.backup'> {
  return async ({ to }) => {
    const { archive, safekeeping, verifyFile } = ports
    const copied = await safekeeping.copyTo(to)
    if (!copied.ok) return copied
    const verified = verifyFile(to)
    if (!verified.ok) return verified
    const { damaged, checked, logHead } = verified.value
    const report: BackupReport = { file: to, ...copied.value, articles: checked.articles, logHead, damaged }
    const sealed = archive.attempt(() =>
      archive.transact((unit) => {
        archive.history.seal(unit, 'backup', '', { bytes: report.bytes, logHead, damaged: damaged.length })
      }),
    )
    return sealed.ok ? ok(report) : sealed
  }
}

/** `archive.verify`: everything storage can check, then the index against the articles. */
export function createVerifyJob(ports: KeepJobPorts): JobRunner<'archive.verify'> {
  return (_, control) => {
    const { archive, safekeeping, verifyIndex } = ports
    const result = archive.attempt(() => {
      const report = safekeeping.verify(textOfReaderHtml, control.onProgress)
      const index = verifyIndex().map((damage) => describeIndexDamage(archive, damage))
      return { ...report, damaged: [...report.damaged, ...index] }
    })
    return Promise.resolve(result)
  }
}

function describeIndexDamage(archive: ArchivePorts, { article, reason }: IndexDamage): VerifyReport['damaged'][number] {
  if (article === null) return { kind: 'index', uid: '', reason }
  const uid = archive.attempt(() => archive.reading.articleUid(article))
  return { kind: 'index', uid: uid.ok ? uid.value : String(article), reason }
}
