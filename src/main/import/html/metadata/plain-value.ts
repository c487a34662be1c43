import { collapse } from '../walk.ts'
import { decodeEntities } from './decode-entities.ts'

/** A stated value in one line: entities decoded (pages escape twice), tags and superfluous white space left out. */
export function plainValue(value: string): string {
  return collapse(decodeEntities(decodeEntities(value)).replace(/<\/?[a-z][^<>]*>/gi, ' '))
}
