import plugin from 'lunr-languages/lunr.el.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'el')
const GREEK = /^[α-ω]+$/

/**
 * What the stemmer leaves of a verb's past, its passive, its participle and the noun made of it, as one: εμφανίζω, εμφάνισε,
 * εμφανίστηκε, εμφάνιση; οργανώνω, οργανωμένος, οργάνωση; ιδρύω, ίδρυσε; κινεί, κίνηση; επιλέγω, επέλεξε, επιλεγμένος; αντιγράφω, αντιγραμμένος.
 */
const ASPECTS: readonly (readonly [ending: RegExp, stem: string])[] = [
  [/(?<=..)ι(?:ζ|σ|στ|σθ|σμ|σμεν|ζομεν)$/, 'ισ'],
  [/(?<=..)α(?:ζ|σ|στ|σθ|σμ|σμεν|ζομεν)$/, 'ασ'],
  [/(?<=..)ω(?:ν|σ|θ|μ|μεν|τ|νομεν)$/, 'ω'],
  [/(?<=..)ευ(?:σ|θ|τ|μ|μεν|ομεν)$/, 'ευ'],
  [/(?<=..)υ(?:σ|θ|μεν)$/, 'υ'],
  [/(?<=...)η(?:σ|θ|μεν)$/, ''],
  [/(?<=....)(?:ξ|ξτ|χτ|χθ|γμ|γμεν)$/, 'γ'],
  [/(?<=....)(?:ψ|ψτ|φτ|φθ|μμ|μμεν|πτ)$/, 'φ'],
]

function joinAspects(stem: string): string {
  const rule = ASPECTS.find(([ending]) => ending.test(stem))
  return rule === undefined ? stem : stem.replace(rule[0], rule[1])
}

/**
 * Greek: accents off first, as they wander with the ending and capitals have none, then the stemmer, which wants a final ς, then what it
 * leaves of verbs is joined.
 */
export const greek: LanguagePack = {
  language: 'el',
  stem: (word) => {
    const folded = foldLetters(word)
    return GREEK.test(folded) ? joinAspects(foldLetters(stemmer(folded.replace(/σ$/, 'ς')))) : folded
  },
}
