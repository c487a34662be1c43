/** An error in three parts, in this order: what happened, what it means for the work, what to do. */
export interface ErrorMessage {
  readonly what: string
  readonly means: string
  readonly todo: string
}
