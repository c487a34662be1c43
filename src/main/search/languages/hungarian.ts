import plugin from 'lunr-languages/lunr.hu.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Hungarian: Snowball first, whose endings tell á from a, then the marks are stripped. */
export const hungarian = stemThenFold('hu', plugin, /^[a-záéíóöőúüű]+$/)
