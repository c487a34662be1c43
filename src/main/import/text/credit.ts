/** Words that say who made a picture. Behind them stands a credit whatever its shape. */
const photoWord = String.raw`(?:photo(?:graph)?s?|picture|image|illustration|graphic|credit|photo credit|image source|foto|bild|grafik|abbildung|quelle|photographie|crédit(?: photo)?|imagen|immagine|фото|иллюстрация|світлина|ілюстрація|写真|撮影|画像|图片|图|摄影|صورة|تصوير)`
const labelled = new RegExp(
  String.raw`^(?:image source,\s|${photoWord}(?: (?:by|von|de|par|credit|courtesy(?: of)?)\s|\s?(?:[:：／/]|\.\.\.|…)\s?))`,
  'iu',
)
const agency =
  /(?:^|[\s/,–-])(?:AP|AFP|EPA|dpa|Reuters|Getty(?: Images)?|APA|Keystone|ТАСС|РИА Новости|УНІАН|Укрінформ|Shutterstock|iStock|Alamy|Xinhua|Bloomberg|Associated Press|PA(?: Media| Wire)?|EFE|ANSA|Imago|IMAGO|Flickr|Unsplash|Wikimedia(?: Commons)?|AP Photo|Handout|共同|時事|新华社)(?:$|[\s/,–-])/u
const sign = /^©\s?(?!.*\b(?:19|20)\d\d\b)\S/u
const figures = /\d/u
// Words of running text that a parenthesis may end a paragraph with; credits are names.
const forSomeone =
  /^\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,4} (?:for|via|pour|für) (?:the |The )?\p{Lu}/u
const slashed = /^\p{Lu}[\p{L}\p{M}'’. -]{1,40}\s?\/\s?\p{Lu}[\p{L}\p{M}'’./ -]{1,40}$/u

/** Longest credit, in UTF-16 units: several names and agencies. */
export const LONGEST_CREDIT = 120

/** How sure it is that a text names who made a picture. */
export type CreditSign = 'certain' | 'likely' | 'no'

/** Judges a text that stands where a credit may stand, brackets taken off. */
export function creditSign(text: string): CreditSign {
  if (text.length > LONGEST_CREDIT || /[.!?] \p{L}/u.test(text)) return 'no'
  if (labelled.test(text) || sign.test(text)) return 'certain'
  if (figures.test(text)) return 'no'
  if (forSomeone.test(text) || slashed.test(text)) return 'certain'
  if (agency.test(text)) return 'likely'
  return 'no'
}

/** The name in a credit: `Photo: Ana Ruiz/AP` is by "Ana Ruiz/AP". */
export function creditName(text: string): string {
  return text.replace(labelled, '').replace(/^©\s?/u, '').replace(/[.;]$/u, '').trim()
}

/** Whether the text begins with a word such as `Photo:`. */
export function hasPhotoLabel(text: string): boolean {
  return labelled.test(text) || sign.test(text)
}
