import type { Annotation } from '../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'

/** A change of an annotation that is shown already and not answered yet. */
export type PendingChange =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'edit'; readonly uid: AnnotationUid; readonly changes: AnnotationChanges }
  | { readonly kind: 'remove'; readonly uid: AnnotationUid }

/** What can change of an annotation that stands. */
export type AnnotationChanges = Partial<Pick<Annotation, 'color' | 'note' | 'tags'>>

/** Annotations as they will be when everything under way has been done, in the order it was begun. */
export function withPending(
  annotations: readonly Annotation[],
  pending: Iterable<PendingChange>,
): readonly Annotation[] {
  let shown = annotations
  for (const change of pending) shown = applied(shown, change)
  return shown
}

function applied(annotations: readonly Annotation[], change: PendingChange): readonly Annotation[] {
  switch (change.kind) {
    case 'add':
      return [...annotations, change.annotation]
    case 'edit':
      return annotations.map((one) => (one.uid === change.uid ? { ...one, ...change.changes } : one))
    case 'remove':
      return annotations.filter(({ uid }) => uid !== change.uid)
  }
}

/** The list with what was answered in place of what it was, or added. */
export function withAnswer(annotations: readonly Annotation[], answer: Annotation): readonly Annotation[] {
  const isKnown = annotations.some(({ uid }) => uid === answer.uid)
  return isKnown ? annotations.map((one) => (one.uid === answer.uid ? answer : one)) : [...annotations, answer]
}
