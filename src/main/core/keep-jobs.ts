import type { BackupReport, VerifyReport } from '../../shared/model/safekeeping.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobControl } from '../archive/job-control.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import type { Safekeeping } from '../archive/ports/safekeeping.ts'

/** What backup and verify stand on. */
export interface KeepJobPorts {
  /** Absolute path of the archive. */
  readonly file: string
  readonly archive: ArchivePorts
  readonly safekeeping: Safekeeping
  /** Checks any archive file without keeping the core from its work. */
  readonly verifyFile: (
    file: string,
    control: Pick<JobControl, 'signal' | 'onProgress'>,
  ) => Promise<Result<VerifyReport>>
}

/** `archive.backup`: a copy in one file, checked before it is called a backup. */
export function createBackupJob(ports: KeepJobPorts): JobRunner<'archive.backup'> {
  return async ({ to }, control) => {
    const { archive, safekeeping, verifyFile } = ports
    const copied = await safekeeping.copyTo(to)
    if (!copied.ok) return copied
    const verified = await verifyFile(to, control)
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

/** `archive.verify`: everything that can be checked, every damaged item named. */
export function createVerifyJob({ file, verifyFile }: KeepJobPorts): JobRunner<'archive.verify'> {
  return (_, control) => verifyFile(file, control)
}
