import plugin from 'lunr-languages/lunr.ro.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'ro')
const ROMANIAN = /^[a-zăâîşţ]+$/

/** Texts write ș and ț with a comma or, as old fonts did and Snowball does, with a cedilla. */
const COMMA_BELOW: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ' }

/** Short words and changing roots that Snowball leaves apart, by their stem. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    an: 'an ani anii anilor anul anului',
    ap: 'apă apa ape apele apei apelor',
    copil: 'copil copii copiii copiilor copilul copilului',
    om: 'om oameni oamenii oamenilor omul omului',
    zi: 'zi zile zilele zilei zilelor ziua',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
)
/**
 * Forms that Snowball cuts otherwise than their singular, with what it cuts alike: dezvoltării, dezvoltare; teritoriul, teritorii;
 * deputaţii, deputat; participanţi, participant; centru, centrul; ascunsei, ascunsă.
 */
const SINGULARS: readonly (readonly [forms: RegExp, singular: string])[] = [
  [/(?<=...)ări(?:i|le|lor)?$/, 'are'],
  [/(?<=...)([âi])ri(?:i|le|lor)?$/, '$1re'],
  [/(?<=...)iu(?:l|lui)?$/, 'i'],
  [/(?<=...[aiun])ţi(?:i|lor)?$/, 't'],
  [/(?<=..[^aeiouăâ]{2})u$/, ''],
  [/(?<=...[^i])ei$/, 'ă'],
]
/** Snowball cuts -ură off most feminines (structură, struct); neuters have it in their plural only (grupuri, grup). */
const UR = /(?<=....)ur$/
/** Short neuters: jocuri, joc; after t, s, d and g it may be a short feminine (naturi, natură). */
const SHORT_PLURAL_UR = /(?<=..[bcfjlmnprvz])ur$/
/** The last oa of a stem is o in other forms: floare, flori; război, războaie. */
const LAST_OA = /oa(?=[^aeiou]*$)/
/** Inhabitants: italian, italieni; european, europeni. */
const INHABITANT = /(?<=..)(?:ean|ian|ien)$/
/** Without its article (războiul, război) a word ends as one that never had it, and is cut further (războ). */
const PASSES = 3

function stem(word: string): string {
  const rule = SINGULARS.find(([forms]) => forms.test(word))
  let cut = rule === undefined ? word : word.replace(rule[0], rule[1])
  for (let pass = 0; pass < PASSES; pass++) cut = stemmer(cut)
  const isPlural = /ur(?:i|ile|ilor)$/.test(word)
  const bare = cut.replace(isPlural ? SHORT_PLURAL_UR : UR, '').replace(UR, '')
  return foldLetters(bare).replace(LAST_OA, 'o').replace(INHABITANT, 'en')
}

/** Romanian: commas below become cedillas and î inside a word â, as it was written until 1993 (cîine, câine), then Snowball, then the marks are stripped. */
export const romanian: LanguagePack = {
  language: 'ro',
  stem: (word) => {
    const written = word.replace(/[șț]/g, (letter) => COMMA_BELOW[letter] ?? letter).replace(/(?<=.)î(?=.)/g, 'â')
    return IRREGULAR.get(written) ?? (ROMANIAN.test(written) ? stem(written) : foldLetters(written))
  },
}
