import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'

/** A plugin of lunr-languages: it hangs `{ [language]: { stemmer } }` on the lunr it is given. */
export type LunrPlugin = (host: Record<string, unknown>) => void
type Stemmer = (word: string) => string

const ignored = (): undefined => undefined

/**
 * Takes the stemmer out of a lunr-languages plugin. The plugin gets a host of its own instead of the real lunr, so
 * that nothing is registered in lunr's global pipeline and no query parser is patched. (The Arabic plugin cannot be
 * used so: it writes its state on `globalThis`.) It is built with the first word: few processes meet all languages.
 */
export function stemmerOf(plugin: LunrPlugin, language: string): Stemmer {
  let stemmer: Stemmer | undefined
  return (word) => (stemmer ??= buildStemmer(plugin, language))(word)
}

function buildStemmer(plugin: LunrPlugin, language: string): Stemmer {
  const host: Record<string, unknown> = {
    Pipeline: { registerFunction: ignored },
    generateStopWordFilter: () => ignored,
  }
  stemmerSupport(host)
  plugin(host)
  const built = host[language]
  if (!hasStemmer(built)) throw new Error(`lunr-languages has no stemmer for ${language}`)
  return built.stemmer
}

function hasStemmer(value: unknown): value is { readonly stemmer: Stemmer } {
  return typeof value === 'function' && 'stemmer' in value && typeof value.stemmer === 'function'
}
