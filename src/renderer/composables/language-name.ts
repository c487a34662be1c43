/** A language's name in a language, its first letter as at the beginning of a sentence; null for what is no language. */
export function languageName(code: string, inLanguage: string): string | null {
  try {
    const name = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(code)
    if (name === undefined) return null
    const [first = '', ...rest] = name
    return first.toLocaleUpperCase(inLanguage) + rest.join('')
  } catch {
    // `Intl` throws for what is not even shaped like a language tag.
    return null
  }
}
