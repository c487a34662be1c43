import plugin from 'lunr-languages/lunr.fi.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Finnish: Snowball first, for ä and ö belong to its endings (vowel harmony), then the marks are stripped. */
export const finnish = stemThenFold('fi', plugin, /^[a-zäöåšž]+$/)
