import plugin from 'lunr-languages/lunr.it.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Italian: Snowball first, for accents tell endings apart (parlò, parlo), then the marks are stripped. */
export const italian = stemThenFold('it', plugin, /^[a-zàèéìòùíóúâêî]+$/)
