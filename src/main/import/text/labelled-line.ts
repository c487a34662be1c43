import type { ArticleFacts } from '../../../shared/model/rendition.ts'

/** What a labelled line at the head of a text can state. */
export type LabelledFact =
  Extract<keyof ArticleFacts, 'title' | 'byline' | 'publication' | 'section' | 'published'> | 'none'

const labels: Readonly<Record<LabelledFact, readonly string[]>> = {
  title: ['title', 'subject', 'headline', 'titel', 'betreff', 'titre', 'objet', 'título', 'asunto', 'тема', 'заголовок', 'назва', '件名', 'タイトル', '标题', '主题', 'العنوان', 'الموضوع'],
  byline: ['from', 'author', 'authors', 'by', 'von', 'autor', 'autorin', 'autoren', 'auteur', 'autore', 'от', 'автор', 'авторы', 'від', 'автори', '差出人', '著者', '作者', '发件人', 'من', 'الكاتب'],
  publication: ['source', 'publication', 'publisher', 'newspaper', 'site', 'website', 'quelle', 'zeitung', 'fuente', 'fonte', 'источник', 'издание', 'джерело', 'видання', '出典', '来源', 'المصدر'],
  section: ['section', 'category', 'rubrik', 'ressort', 'rubrique', 'sección', 'рубрика', 'раздел', 'розділ', 'القسم'],
  published: ['date', 'published', 'publication date', 'published on', 'sent', 'datum', 'gesendet', 'veröffentlicht', 'publié', 'fecha', 'data', 'дата', 'опубликовано', 'отправлено', 'опубліковано', '日付', '日期', '日時', '发送时间', 'التاريخ'],
  none: ['to', 'cc', 'bcc', 'reply-to', 'an', 'kopie', 'à', 'para', 'кому', 'копия', 'копія', '宛先', '收件人', 'إلى', 'url', 'link', 'web', 'permalink', 'tags', 'keywords', 'schlagwörter', 'теги', 'saved', 'accessed', 'retrieved', 'language', 'sprache', 'lang', 'copyright', 'word count', 'words', 'description', 'message-id', 'mime-version', 'content-type', 'content-transfer-encoding', 'received', 'x-mailer', 'newsgroups', 'organization'],
} // prettier-ignore

const factOfLabel: ReadonlyMap<string, LabelledFact> = new Map(
  (Object.keys(labels) as readonly LabelledFact[]).flatMap((fact) => labels[fact].map((name) => [name, fact] as const)),
)

/** A line such as `Subject: …` of an e-mail, or `Source: …` of a saved article. */
export interface LabelledLine {
  readonly fact: LabelledFact
  readonly value: string
}

/** Reads a line that begins with a label of the known ones; null when it does not. */
export function parseLabelledLine(line: string): LabelledLine | null {
  const match = /^([\p{L}][\p{L}\p{M} -]{0,24}?)\s?[:：]\s*/u.exec(line.slice(0, 60))
  const fact = match === null ? undefined : factOfLabel.get((match[1] ?? '').toLowerCase())
  return match === null || fact === undefined ? null : { fact, value: line.slice(match[0].length).trim() }
}
