/**
 * The tree that every extractor hands to the clean step: text and named elements with plain attributes. It is not yet
 * trusted; `clean/` writes reader HTML from it by allow-list, in normal form.
 */
export type Markup = string | MarkupElement

/** An element; names and attribute names in lower case. Unknown ones are dropped by the clean step, their text is kept. */
export interface MarkupElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
}

/** Makes an element. */
export function element(
  name: string,
  children: readonly Markup[],
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  return { name, attributes, children }
}
