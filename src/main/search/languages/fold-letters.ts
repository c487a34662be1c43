/**
 * Letters that have no canonical decomposition but that people type without their stroke or ligature. German ß is
 * here too: its own pack stems first and folds afterwards.
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}
const SPECIAL_LATIN = /[ßæœøłđðþıħ]/g

/** Arabic letters that writers and keyboards mix up: alef with its hats, dotless and Persian yeh, Persian kaf. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = { آ: 'ا', أ: 'ا', إ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك' }
const ARABIC_VARIANTS = /[آأإٱىیک]/g
/** Vowel marks, Koranic signs and the tatweel, which only stretches a word. */
const ARABIC_MARKS = /\p{Mn}|\u0640/gu
/** Points of vowels and cantillation. */
const HEBREW_MARKS = /\p{Mn}/gu
/** Marks over Latin, Greek and Cyrillic; Indic vowel signs are marks as well, and must stay. */
const DIACRITICS = /[\u0300-\u036f]/g
const PLAIN_ASCII = /^[a-z0-9]*$/

/** Accents over Cyrillic show stress only; the breve of й, ў and the dots of ї make letters of their own. */
function foldCyrillic(word: string): string {
  return word
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307\u0309-\u036f]/g, '')
    .normalize('NFC')
}

/** Drops Arabic vowel marks and unifies alef, yeh and kaf. */
export function foldArabic(word: string): string {
  return word.replace(ARABIC_MARKS, '').replace(ARABIC_VARIANTS, (letter) => ARABIC_LETTERS[letter] ?? letter)
}

/**
 * Folds a word by the rules of its letters' script, whatever the language: marks of Latin and Greek, stress marks of
 * Cyrillic (й and ї stay, ё becomes е), vowel marks of Arabic and Hebrew. Idempotent.
 */
export function foldLetters(word: string): string {
  if (PLAIN_ASCII.test(word)) return word
  if (/\p{Script=Cyrillic}/u.test(word)) return foldCyrillic(word)
  if (/\p{Script=Arabic}/u.test(word)) return foldArabic(word)
  if (/\p{Script=Hebrew}/u.test(word)) return word.replace(HEBREW_MARKS, '')
  const stripped = word.normalize('NFD').replace(DIACRITICS, '').normalize('NFC').replaceAll('ς', 'σ')
  return stripped.replace(SPECIAL_LATIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
}
