import { countWords, isTitleCased } from './letter-shape.ts'

// Common nouns in the names of papers, as a weak signal beside the line's shape and place. No paper is listed.
const paperWord =
  /^(?:times|post|news|herald|tribune|journal|gazette|chronicle|observer|mirror|telegraph|mail|express|press|review|magazine|weekly|daily|dispatch|courier|examiner|sentinel|inquirer|independent|standard|bulletin|reporter|record|register|globe|star|sun|argus|echo|advertiser|monitor|morning|evening|\p{L}*zeitung|\p{L}*nachrichten|\p{L}*anzeiger|\p{L}*blatt|\p{L}*rundschau|kurier|\p{L}*presse|\p{L}*bote|\p{L}*post|monde|courrier|dépêche|nouvelles?|diario|noticias|país|mundo|periódico|giornale|corriere|gazzetta|stampa|jornal|folha|газета|новости|вести|правда|известия|вестник|ведомости|новини|вісті|\p{L}*新聞|\p{L}*日報|\p{L}*新闻|\p{L}*日报|\p{L}*時報|\p{L}*晚报|صحيفة|جريدة|الأخبار)$/iu
const article = /^(?:the|die|der|das|le|la|les|l['’]|el|il|lo|los)\s/iu
const domain =
  /^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|info|co\.uk|de|at|ch|fr|es|it|nl|ru|ua|jp|cn|eu|io|news|gov|edu)$/iu

/** Whether a line looks like the name of a paper or site by its words. */
export function isPublicationName(text: string): boolean {
  if (domain.test(text)) return true
  if (/[.:;?!"“”»«]$/u.test(text) || countWords(text) > 5 || text.length > 50) return false
  const words = text.split(/\s+/u)
  const last = words.at(-1) ?? ''
  const first = article.test(text) ? (words[1] ?? '') : (words[0] ?? '')
  return (
    hasNameCase(text) &&
    (paperWord.test(last) || (words.length > 1 && words.length <= 4 && paperWord.test(first) && first.length > 4))
  )
}

/** Slavic names capitalise their first word alone; most scripts know no capitals. */
function hasNameCase(text: string): boolean {
  if (isTitleCased(text) || /^\p{Lo}/u.test(text)) return true
  return /^\p{Script=Cyrillic}/u.test(text) && /^\p{Lu}/u.test(text) && countWords(text) <= 3
}

/** Whether a line begins with an article, as many names of papers do. */
export function hasLeadingArticle(text: string): boolean {
  return article.test(text)
}
