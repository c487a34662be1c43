import plugin from 'lunr-languages/lunr.da.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Danish: Snowball first, which knows æ, ø and å, then the letters are folded. */
export const danish = stemThenFold('da', plugin, /^[a-zæøå]+$/)
