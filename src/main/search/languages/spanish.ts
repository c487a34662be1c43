import plugin from 'lunr-languages/lunr.es.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Spanish: Snowball first, for accents tell endings apart (canté, cante), then the marks are stripped; ñ becomes n as people without that key type it. */
export const spanish = stemThenFold('es', plugin, /^[a-záéíóúüñ]+$/)
