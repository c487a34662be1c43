/** As much of a DOM element as the rules look at: this room has no types of the DOM, for there is no page. */
export interface ReaderElement {
  readonly nodeName: string
  readonly textContent: string | null
  getAttribute: (name: string) => string | null
  querySelector: (selector: string) => ReaderElement | null
  remove: () => void
  normalize: () => void
}

/** As much of a document. */
export interface ReaderDocument {
  querySelector: (selector: string) => ReaderElement | null
}
