import { appError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isBinary } from './encoding/is-binary.ts'
import type { ImportFormat, SourceLook } from './format.ts'
import { FORMATS, unknownFormat } from './formats/formats.ts'
import { recogniseFileType } from './recognise-file-type.ts'

/**
 * Finds the format that reads a source: content first, name last, and of formats equally sure the one listed first.
 * Errors: `import/unknown-format` (naming what it is, if known), `import/binary-content`.
 */
export function detect(look: SourceLook): Result<ImportFormat> {
  const certain = FORMATS.find((format) => format.confidence(look) === 'certain')
  if (certain !== undefined) return ok(certain)
  const found = recogniseFileType(look.head, look.fileName)
  if (found !== undefined) return err(unknownFormat(found, look.fileName))
  if (isBinary(look.head)) return err(appError('import/binary-content', { fileName: look.fileName }))
  const likely = FORMATS.find((format) => format.confidence(look) === 'likely')
  if (likely !== undefined) return ok(likely)
  return err(unknownFormat(null, look.fileName))
}
