/** Text for readers without scripts that is an article and no request to switch them on, in UTF-16 units. */
const LEAST_TEXT = 400
const LEAST_PARAGRAPHS = 2

/**
 * Shows what stands in `<noscript>` when it is an article: some pages write theirs by a script, and for readers without
 * scripts in plain elements. Changes the document.
 */
export function showTextWithoutScripts(document: Document): void {
  for (const noscript of Array.from(document.body.getElementsByTagName('noscript'))) {
    if (noscript.getElementsByTagName('p').length < LEAST_PARAGRAPHS) continue
    if (noscript.textContent.trim().length < LEAST_TEXT) continue
    const shown = document.createElement('div')
    while (noscript.firstChild !== null) shown.appendChild(noscript.firstChild)
    noscript.parentNode?.replaceChild(shown, noscript)
  }
}
