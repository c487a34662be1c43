import { parseDate } from '../../dates/parse-date.ts'
import { collapse } from '../walk.ts'
import { decodeEntities } from './decode-entities.ts'
import { bareName } from './bare-name.ts'

/** Words before a name in the languages whose news we read most. */
const BEFORE =
  /^(?:post author\s+|(?:zeige |show |view )?(?:alle|all) (?:beiträge|artikel|posts|articles) (?:von|by)\s+|(?:über|about)\s+(?=\p{Lu})|more (?:stories|posts|articles|from)(?: by)?\s+|(?:(?:posted|written|published|reported|submitted|reviewed|photos?|words|story|text|article|gepostet|geschrieben|verfasst|eingestellt|veröffentlicht|publié|publicado|scritto|escrito)\s+)?(?:by|von|par|por|door|przez|autor(?:in|en|es|s)?|auteurs?|autore|autrice|authors?|автор(?:ы)?|beitrag\s*von|redaktion|verfasst von|geschrieben von|text|words)\s*[:：]?\s+|(?:by|von|author|autor(?:in|en)?|автор|作者|記者|文|撰文|text|redaktion|verfasser|journalist|written by)\s*[:：|]\s*)/iu

/** What follows a name and is no part of it: a role after a comma or bar, contact, time, place of work. */
const AFTER =
  /\s*(?:[|•·–—»]|\s-\s|\s(?:am|on|um|in|at|for|für|vor|is|ist|der|die|das|the|a)\s|(?<=\S)\s?@\w|\s(?:am|on|um|in|at|under)$|https?:|\s\d|\d+\s?min\b|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s\d|\b(?:updated|published|posted|follow|view|shares?|alle artikel|all posts|kontakt|contact|website|special|senior|staff writer|mehr)\b).*$/iu

/** Roles that stand where a name could. */
const ROLE =
  /^(?:senior |chief |deputy |staff |contributing |associate |managing |executive |freelance |national |political |guest )*(?:editors?|reporters?|writers?|correspondents?|columnists?|authors?|journalists?|contributors?|ceo|founder|co-founder|director|producers?|photographers?|redakteur(?:in)?|chefredakteur(?:in)?|journalist(?:in)?|autor(?:in)?|rédact\w+|redactor\w*|ph\.?d\.?|m\.?d\.?|jr\.?|sr\.?|md|phd|esq\.?)\b.{0,40}$/iu

/** A second part of a byline that ends so is what the first does, not who else wrote it. */
const ROLE_AT_END =
  /\b(?:editor|reporter|writer|correspondent|columnist|author|journalist|contributor|director|producer|staff|press|post|times|news|agency|agenturen|experte|expertin|redakteur(?:in)?|software|university|phd|ph\.d\.?|m\.?d\.?|usa|deutschland)$/iu

/** Agencies are known by their initials, which stand for no person behind another's name. */
const AGENCY = /^\p{Lu}{2,5}$/u

/** A role written before the name: `Wirtschaftsredakteurin Ann Example`. */
const ROLE_BEFORE =
  /^\S*(?:experte|expertin|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?)\s+(?=\p{Lu}\S+\s+\p{Lu})/iu

/** What is never a person's name. */
const NOT_A_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|new|facebook|veröffentlicht|posted on|alle beiträge|admin(?:istrator)?|user|webmaster|author|authors|editor|unknown|anonymous|anonym|n\/a|none|null|datum|date|undefined|home|about|about the author|more|contact|share|comments?|posted|published|by|von|staff|guest|test|no author|facebook|twitter|email|all posts?|view all|read more|website|impressum|login|register)$/i

/** Longest name kept, in UTF-16 units; longer is a sentence. */
const LONGEST_NAME = 60

/**
 * People's names in a written byline: without "By", roles, addresses and dates, in order, each once. `rejected` are
 * names of the publication, which write no articles.
 */
export function authorNames(values: readonly string[], rejected: readonly string[] = []): readonly string[] {
  const names: string[] = []
  for (const value of values) {
    for (const name of splitByline(value)) {
      if (isName(name, rejected) && !names.some((known) => isSamePerson(known, name))) names.push(name)
    }
  }
  return names
}

/** Longest byline taken as it is written. */
const LONGEST_BYLINE = 50

/** A byline that names nobody (`By Staff and agencies`) as it is written, without "By"; nothing when it is none. */
export function writtenByline(value: string): readonly string[] {
  const line = collapse(decodeEntities(value))
  const words = line.replace(BEFORE, '').replace(AFTER, '').trim()
  return words !== line &&
    words.length >= 4 &&
    words.length <= LONGEST_BYLINE &&
    /^\p{L}/u.test(words) &&
    !isSentence(line)
    ? [words]
    : []
}

function splitByline(value: string): string[] {
  const line = collapse(decodeEntities(value))
  if (line.length > 300 || isSentence(line) || /^(?:https?:|www\.|\/)\S+$/i.test(line)) return []
  const plain = line
    .replace(/^[-–—|\s]+/u, '')
    .replace(/<?[\w.+-]+@[\w-]+\.[\w.]+>?/g, ' ')
    .replace(/\s*\([^)]{0,80}\)/g, ' ')
    .replace(/^by(?=\p{Lu})/iu, (word) => (word === 'By' ? '' : word))
    .replace(BEFORE, '')
    .replace(BEFORE, '')
  return plain
    .split(/\s*(?:,\s*(?:and|und|et|y|e)\s+|[;,、，]|\s(?:and|und|et|y|&|with|mit|и|та)\s|\s\/\s|\n)\s*/iu)
    .map((part) =>
      part
        .replace(BEFORE, '')
        .replace(AFTER, '')
        .replace(ROLE_BEFORE, '')
        // The same name twice is a picture's text and the name, with what follows them.
        .replace(/^(\S+(?: \S+){1,2}) \1(?: .*)?$/u, '$1')
        // `Ann Example/AGENCY`
        .replace(/^(\p{Lu}\S+ (?:\S+ )?\p{Lu}[^\s/]+)\/\S{1,12}$/u, '$1')
        .replace(/^[\s:.|–—-]+|[\s:|–—,-]+$/g, ''),
    )
    .filter((part, index) => part !== '' && !ROLE.test(part) && (index === 0 || !isAddition(part)))
}

/** What the first of a byline does, or an agency after a person: `Ann Example, AFP`. */
function isAddition(part: string): boolean {
  return ROLE_AT_END.test(part) || AGENCY.test(part)
}

function isSentence(line: string): boolean {
  return /[.!?…]$/.test(line) && line.split(' ').length > 9
}

function isName(name: string, rejected: readonly string[]): boolean {
  if (name.length > LONGEST_NAME || name.length < 2 || !/\p{L}/u.test(name) || NOT_A_NAME.test(name)) return false
  if (name.split(/\s+/).length > 7 || /[{}<>=]|\s:\s|^\/|\[at\]|\w\.\w{2,}\//i.test(name)) return false
  // A single small word may be a user's name; several are the middle of a sentence.
  if (name.includes(' ') && /^\p{Ll}/u.test(name) && !/^(?:de|van|von|der|la|le|di|el|al|bin)\s/.test(name))
    return false
  if (parseDate(name) !== null || /^\d/.test(name)) return false
  return !rejected.some((publication) => isSameName(publication, name))
}

function isSameName(a: string, b: string): boolean {
  return bareName(a) === bareName(b)
}

/** `Ann Example` and `Ann Example Senior Editor` are one person, as are `Ann` and `Ann Example`. */
function isSamePerson(known: string, name: string): boolean {
  const [a, b] = [bareName(known), bareName(name)]
  return a === b || b.startsWith(a) || (a.startsWith(b) && b.length > 3)
}
