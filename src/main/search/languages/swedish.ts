import plugin from 'lunr-languages/lunr.sv.js'
import { stemThenFold } from './stem-then-fold.ts'

/** Swedish: Snowball first, then the marks are stripped. */
export const swedish = stemThenFold('sv', plugin, /^[a-zåäöéàü]+$/)
