import { appError, Failure } from '../../shared/app-error.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'

/**
 * An annotation as people see it.
 *
 * @throws Failure `archive/annotation-not-found`.
 */
export function getAnnotation(ports: ArchivePorts, uid: AnnotationUid): Annotation {
  const annotation = ports.reading.annotation(uid)
  if (annotation === undefined) throw new Failure(appError('archive/annotation-not-found', { uid }))
  return annotation
}
