const copyright =
  /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|все права защищены|усі права захищено|всі права захищені|無断転載|著作権|版权所有|جميع الحقوق محفوظة)/iu
const copyrightInside = /©\s?(?:19|20)\d\d|all rights reserved\.?$|alle rechte vorbehalten\.?$|все права защищены\.?$/iu

/** Whether the line says who holds the rights in the text. */
export function isCopyrightLine(text: string): boolean {
  return text.length <= 300 && (copyright.test(text) || copyrightInside.test(text))
}

const readOn =
  /^(?:read (?:more|also|next|on)|also read|see also|more (?:on this|coverage|stories)|more (?:from|on|about) [\p{L}\p{N} ]{2,30}|more from|related(?: (?:articles?|stories|story|content|coverage|topics?))?|recommended(?: for you)?|you may also like|don['’]t miss|in case you missed it|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|lesen)|siehe auch|zum thema|auch interessant|lire aussi|à lire aussi|voir aussi|lee también|leer más|ver también|leggi anche|lees ook|читайте также|читать далее|смотрите также|по теме|читайте також|дивіться також|関連記事|あわせて読みたい|延伸阅读|相关阅读|相關閱讀|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|ذات صلة)(?=\s*[:：>→|\-–—]|\s*$)/iu

/** Whether the line points to other articles by its opening words: `Read more: …`, `Related`. */
export function isReadOnLine(text: string): boolean {
  return text.length <= 250 && readOn.test(text)
}

/** Whether the line is such an opening alone, the other articles standing below it. */
export function isReadOnLabel(text: string): boolean {
  return isReadOnLine(text) && text.replace(readOn, '').replaceAll(/[\s\p{P}\p{S}]/gu, '') === ''
}

const promotion =
  /^(?:read our (?:full|complete|latest) |(?:click|tap) here to |sign up (?:for|to|here)|subscribe (?:to|now|today|here)|follow (?:us|our|@)|join (?:us|our|the conversation)|download (?:our|the) .{0,20}app|get (?:the|our) .{0,40}(?:newsletter|inbox|app)|are you on (?:telegram|whatsapp|signal)|want (?:more|to read more)|support (?:our|independent)|like us on|have a (?:news )?tip\?|send (?:tips|your)|this (?:article|story) is part of our|abonnieren sie|folgen sie uns|melden sie sich|jetzt (?:abonnieren|anmelden)|hier geht es (?:zum|zur)|abonnez-vous|suivez-nous|inscrivez-vous|suscríbase|síguenos|подписывайтесь|подпишитесь|следите за|підписуйтесь|підпишіться|читайте нас|ニュースレター|フォロー|订阅|关注我们|تابعونا|اشترك)/iu

/** Whether a paragraph at the end asks the reader to subscribe, follow, or read on. */
export function isPromotion(text: string): boolean {
  return text.length <= 400 && promotion.test(text)
}

const aboutAuthor =
  /^(?:about the (?:authors?|writers?|contributors?)|über (?:den autor|die autorin|die autoren)|zur person|à propos de l['’]auteur|sobre el autor|об авторе|про автора|筆者紹介|著者紹介|关于作者|作者简介|عن الكاتب)[:：]?$/iu

/** Whether the line heads a box about who wrote the article. */
export function isAboutAuthor(text: string): boolean {
  return text.length <= 40 && aboutAuthor.test(text)
}

/** The label of a labelled paragraph (`The fight: A counteroffensive …`), or null. */
export function paragraphLabel(text: string): string | null {
  const match = /^(["“«]?[\p{Lu}\p{Lo}\d][^:：.!?。]{0,45})[:：]\s*\S/u.exec(text.slice(0, 60))
  const label = match?.[1]
  return label === undefined || label.split(/\s+/u).length > 6 || text.length < label.length + 20 ? null : label
}
