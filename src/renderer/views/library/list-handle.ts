/** What others may ask of the list. */
export interface ListHandle {
  /** Gives the focus to the active row. */
  readonly focus: () => void
  /** Makes the next or previous row active. */
  readonly step: (by: 1 | -1) => void
}
