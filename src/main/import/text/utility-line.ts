// Lines that a page puts around every article, in the languages of the interface; copied along with the text.
const patterns: readonly RegExp[] = [
  /^(?:published|share|tweet|print|save|e-?mail|copy link|link copied|whatsapp|facebook|twitter|x|linkedin|pinterest|reddit|telegram|comments?|\d+ comments?|bookmark|gift(?: article)?|listen|play|menu|search|sections|log ?in|sign in|subscribe|follow|skip to (?:main )?content|advertisement|advertising|sponsored|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|continue reading(?: below| the main story)?|loading\.*)$/iu,
  /^(?:share|save|print|e-?mail|tweet|bookmark|gift|listen to) (?:this|full|the)?\s?(?:article|story|page|post)?(?: (?:on|via) .{1,20})?(?: as gift)?$/iu,
  /^(?:(?:last )?(?:updated|published|posted)[: ]*)?(?:(?:about |less than )?(?:an?|\d+) (?:second|minute|min|hour|hr|day|week|month)s? ago|just now|yesterday|today)(?:,? (?:at )?[\d:. apm]+)?$/iu,
  /^(?:estimated )?(?:reading time:? ?)?\d{1,3}[ -]?(?:min(?:ute)?s?\.?)(?: (?:read|reading time|listen|to read))?$/iu,
  /^\d{1,3} ?(?:\/|of|von|sur|из) ?\d{1,3}$/iu,
  /^(?:teilen|drucken|merken|anzeige|werbung|kommentare?|\d+ kommentare?|lesezeit:? ?\d+ min(?:uten)?\.?|\d+ min(?:uten)?\.? lesezeit|artikel (?:teilen|anhören|merken|drucken)|vor \d+ (?:minuten?|stunden?|tag(?:en)?)|zur startseite|mehr anzeigen)$/iu,
  /^(?:partager|imprimer|publicité|lecture \d+ min\.?|temps de lecture.{0,20}|écouter l['’]article|compartir|imprimir|publicidad|guardar)$/iu,
  /^(?:поделиться|реклама|комментарии|распечатать|сохранить|\d+ мин(?:\.|ут[ыа]?)?(?: чтения)?|поділитися|надрукувати|коментарі|зберегти)$/iu,
  /^(?:シェア|共有|広告|印刷|保存|ツイート|分享|广告|廣告|打印|收藏|مشاركة|شارك|إعلان|طباعة)$/u,
]

const LONGEST = 60

/** Whether the line is a button, counter or reading time of the page around the article, not the article's own words. */
export function isUtilityLine(line: string): boolean {
  if (line.length > LONGEST) return false
  return line
    .split(/\s*[|•·]\s*/u)
    .every((segment) => segment === '' || patterns.some((pattern) => pattern.test(segment)))
}
