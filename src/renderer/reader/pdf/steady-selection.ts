/** Class of the element that takes a press beside the words of a page. */
const ENDS = 'ends'

/** Puts the element into a page's words that keeps selections steady; see `steadySelection`. */
export function addSelectionEnd(words: HTMLElement): void {
  const ends = document.createElement('div')
  ends.className = ENDS
  words.append(ends)
}

/**
 * Words of a page are laid out each at its place, in any order; a pointer between them is over nothing, and the browser
 * would select up to the end of the page. So an empty element lies under the words, and stands in the document right
 * beside the word that the selection has reached: between words the selection stays there. (The idea is pdf.js's own
 * viewer's.) To be called whenever the selection has changed.
 */
export function steadySelection(selection: Selection): void {
  const { focusNode } = selection
  const run = focusNode instanceof Text ? focusNode.parentElement : null
  const ends = run?.parentElement?.querySelector(`:scope > .${ENDS}`) ?? null
  if (run === null || ends === null) return
  if (isBackward(selection)) run.before(ends)
  else run.after(ends)
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (anchorNode === null || focusNode === null) return false
  if (anchorNode === focusNode) return focusOffset < anchorOffset
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}
