import type { VerifyReport } from '../../shared/model/safekeeping.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textOfReaderHtml } from '../import/clean/text-of-reader-html.ts'
import { listingCheck } from '../storage/listing/listing-check.ts'
import { openReader } from '../storage/open-reader.ts'
import { createSafekeeping } from '../storage/safekeeping.ts'

/** Checks an archive file by itself, on a connection of its own that only reads. */
export function verifyFile(file: string): Result<VerifyReport> {
  const reader = openReader(file)
  if (!reader.ok) return reader
  try {
    return ok(createSafekeeping(reader.value, [listingCheck]).verify(textOfReaderHtml, () => undefined))
  } finally {
    reader.value.close()
  }
}
