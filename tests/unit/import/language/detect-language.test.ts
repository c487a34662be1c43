import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../../src/main/import/language/detect-language.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

const samples: readonly (readonly [language: string, text: string])[] = [
  ['en', 'The council voted on Thursday to keep the old bridge open for another two years.'],
  ['de', 'Der Gemeinderat hat am Donnerstag beschlossen, die alte Brücke zwei weitere Jahre offen zu halten.'],
  ['fr', 'Le conseil municipal a décidé jeudi de laisser le vieux pont ouvert deux ans de plus.'],
  ['es', 'El ayuntamiento decidió el jueves mantener abierto el viejo puente durante dos años más.'],
  ['uk', 'Міська рада у четвер вирішила залишити старий міст відкритим ще на два роки.'],
  ['ru', 'Городской совет в четверг решил оставить старый мост открытым ещё на два года.'],
  ['bg', 'Общинският съвет реши в четвъртък старият мост да остане отворен още две години.'],
  ['ja', '市議会は木曜日、古い橋をさらに二年間開けておくことを決めました。'],
  ['zh', '市议会星期四决定，旧桥将再开放两年。'],
  ['ko', '시의회는 목요일에 오래된 다리를 2년 더 열어 두기로 결정했다.'],
  ['ar', 'قرر مجلس المدينة يوم الخميس إبقاء الجسر القديم مفتوحا لمدة عامين آخرين.'],
  ['fa', 'شورای شهر روز پنجشنبه تصمیم گرفت پل قدیمی را دو سال دیگر باز نگه دارد.'],
  ['he', 'מועצת העיר החליטה ביום חמישי להשאיר את הגשר הישן פתוח עוד שנתיים.'],
  ['el', 'Το δημοτικό συμβούλιο αποφάσισε την Πέμπτη να κρατήσει την παλιά γέφυρα ανοιχτή.'],
]

describe('Detecting a language', () => {
  it.each(samples)('knows %s by one sentence', (language, text) => {
    expect(detectLanguage(text, null).language).toBe(language)
  })

  it.each([
    ['Ukrainian by a headline', 'Київ підписав угоду з їхньою столицею', 'uk'],
    ['Russian by a headline', 'Новый мост открыли вчера вечером', 'ru'],
    ['Japanese among many Han', '東京都議会選挙の結果発表', 'ja'],
    ['Chinese by six characters', '旧桥再开两年', 'zh'],
  ])('knows %s', (_name, text, language) => {
    expect(detectLanguage(text, null).language).toBe(language)
  })

  it.each(['', 'OK', '2022-06-24', 'HIMARS', '— 1 —', 'Привет мир hello world שלום עולם γεια σου κόσμε'])(
    'says nothing about %j',
    (text) => {
      expect(detectLanguage(text, null)).toEqual({ language: null, confidence: 0 })
    },
  )

  it('believes the page about a text that says little', () => {
    expect(detectLanguage('HIMARS', 'uk-UA').language).toBe('uk')
    expect(detectLanguage('Brief an alle', 'nl').language).toBe('nl')
  })

  it('believes a Japanese page about a headline of Han alone', () => {
    expect(detectLanguage('都議会選挙結果発表', 'ja').language).toBe('ja')
    expect(detectLanguage('都議会選挙結果発表', 'en').language).toBe('zh')
  })

  it('believes the page between neighbours', () => {
    const danish = 'Regeringen har besluttet at skolerne skal åbne igen på mandag efter flere uger. '.repeat(3)
    expect(detectLanguage(danish, 'nb').language).toBe('no')
    expect(detectLanguage(danish, 'da').language).toBe('da')
  })

  it('does not believe a page whose text clearly speaks another language', () => {
    for (const [language, text] of samples) {
      if (language !== 'en') expect(detectLanguage(`${text} ${text} ${text}`, 'en-US').language).toBe(language)
    }
  })

  it.each(['', '  ', 'x', 'english', 'a-b-c', '"><script>'])('ignores %j as a hint', (hint) => {
    expect(detectLanguage('HIMARS', hint).language).toBe(null)
  })

  it.skipIf(!hasSharedData)('is right on real paragraphs in five languages (skipped without them)', () => {
    for (const language of ['en', 'de', 'ru', 'zh', 'ar']) {
      const texts = readFileSync(sharedData(`ir/xquad/${language}/docs.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map(textOf)
      const right = texts.filter((text) => detectLanguage(text, null).language === language)
      expect(right.length / texts.length).toBeGreaterThan(0.98)
    }
  })
})

function textOf(line: string): string {
  const value: unknown = JSON.parse(line)
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : ''
}
