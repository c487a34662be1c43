import plugin from 'lunr-languages/lunr.nl.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Dutch: Snowball first, which reads the diaeresis (geïnd), then the marks are stripped. */
export const dutch = stemThenFold('nl', plugin, /^[a-zäëïöüáéèêóúâî]+$/)
