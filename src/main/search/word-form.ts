/** A word of one language's texts as people wrote it, folded to lower case; the vocabulary of prefixes and spelling. */
export interface WordForm {
  readonly language: string
  readonly surface: string
}

/** Stands between the forms of an article on their way to the index. */
export const FORM_SEPARATOR = '\0'

/** ASCII, so that no surface holds it, and one of the `tokenchars` of `search_word`. */
const SEPARATOR = ':'
/** What follows the separator in ASCII: the end of a language's forms in the order of the index. */
const AFTER_SEPARATOR = ';'

/** The token of `search_word` for a form: `en:running`. */
export function toWordToken({ language, surface }: WordForm): string {
  return language + SEPARATOR + surface
}

/** The form of a token of `search_word`. */
export function parseWordToken(token: string): WordForm {
  const at = token.indexOf(SEPARATOR)
  return { language: token.slice(0, at), surface: token.slice(at + 1) }
}

/** A token that stands behind every form of a language and before those of the next. */
export function endOfLanguage(language: string): string {
  return language + AFTER_SEPARATOR
}
