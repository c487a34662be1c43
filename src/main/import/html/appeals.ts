import type { Leaf } from './leaves.ts'

/** How many of the last blocks may be an appeal; how long what follows its first may be, in UTF-16 units. */
const MOST_BLOCKS = 4
const LONGEST = { appeal: 500, after: 260 }
/** So many different words of asking make an appeal. */
const LEAST_WORDS = 2

/** Words that are hardly said but to ask, and such that are also said otherwise. */
const ASKING =
  /(?<!\p{L})(?:subscri(?:be|bers?|ptions?)|members?(?:hip)?|donat(?:e|ions?)|newsletters?|sign up|abonn\p{L}*|spende\p{L}*|mitglied\p{L}*|suscr[ií]b\p{L}*|assine|inscreva-se|prenumer\p{L}*|подпи\p{L}*|підпи\p{L}*)(?!\p{L})/giu
const ALSO_ASKING =
  /(?<!\p{L})(?:join|renew|support|unterstütz\p{L}*|souten\p{L}*|apoy\p{L}*|apoie|sostien\p{L}*|wspier\p{L}*|поддерж\p{L}*|підтрим\p{L}*)(?!\p{L})/giu

/** Whoever asks, says you and us. */
const ADDRESSING =
  /(?<!\p{L})(?:you(?:r|['’](?:ll|re|ve))?|us|our|sie|ihnen|ihre?n?|du|dich|dein\p{L}*|euch|uns|unser\p{L}*|vous|votre|nous|notre|te|tu|tus|nos|nuestr\p{L}*|você|noss[oa]s?|no canal|voi|noi|nostr\p{L}|nas|nasz\p{L}*|вас|нас|ваш\p{L}*|наш\p{L}*)(?!\p{L})/iu

/** A page that says that it sets cookies, as none says of another. */
const COOKIE_NOTICE =
  /(?<!\p{L})(?:(?:wir|unsere partner) (?:verwenden|nutzen|benutzen|setzen)|(?:diese|unsere) (?:web|internet)?-?(?:seite|site) (?:verwendet|nutzt|benutzt|setzt)|we (?:and our partners )?use|(?:this|our) (?:web)?site uses|nous utilisons|(?:ce|notre) site (?:web |internet )?utilise|utilizamos|usamos|este (?:sitio|site)(?: web)? (?:utiliza|usa)|utilizziamo|questo sito (?:utilizza|usa)|(?:wij|we) gebruiken|deze (?:web)?site (?:gebruikt|maakt gebruik van)|(?:ta|nasza) strona (?:używa|korzysta z)|(?:ten|nasz) serwis (?:używa|korzysta z)|мы используем|(?:этот|наш) сайт использует) (?:\p{L}+ ){0,2}cookies?(?!\p{L})/iu

/** What asks for money, membership, an address or leave to set cookies below an article, and what stands under it. */
export function trailingAppeals(leaves: readonly Leaf[]): readonly Leaf[] {
  const shown = leaves.filter(({ text }) => text !== '')
  const last = shown.slice(-Math.min(MOST_BLOCKS, Math.floor(shown.length / 2)))
  const first = last.findIndex(
    (leaf, at) =>
      isAppeal(leaf) && last.slice(at + 1).every((after) => isAppeal(after) || after.text.length <= LONGEST.after),
  )
  return first < 0 ? [] : last.slice(first)
}

function isAppeal({ text, within }: Leaf): boolean {
  if (text.length > LONGEST.appeal || within.includes('table') || within.includes('blockquote')) return false
  if (COOKIE_NOTICE.test(text)) return !/["“”„«»]/.test(text)
  const words = wordsOf(text, ASKING)
  if (words.size === 0) return false
  const asking = new Set([...words, ...wordsOf(text, ALSO_ASKING)])
  return asking.size >= LEAST_WORDS && ADDRESSING.test(text) && !/["“”„«»]/.test(text)
}

function wordsOf(text: string, words: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(words), ([word]) => word.toLowerCase().slice(0, 4)))
}
