import plugin from 'lunr-languages/lunr.no.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Norwegian, both kinds: Snowball first, then the letters are folded. */
export const norwegian = stemThenFold('no', plugin, /^[a-zæøåéèêóòâôü]+$/)
