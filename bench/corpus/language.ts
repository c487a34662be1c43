/** What words and sentences of a made-up text look like in one language. */
export interface CorpusLanguage {
  /** BCP 47 primary subtag. */
  readonly code: string
  /** The commonest words, commonest first: real ones, so that analysers meet what they know. */
  readonly functionWords: readonly string[]
  /** Content words are made of syllables: onset, vowel, coda. */
  readonly onsets: readonly string[]
  readonly vowels: readonly string[]
  readonly codas: readonly string[]
  /** Endings that inflected forms of a content word take; the empty one as often as the bare form is met. */
  readonly endings: readonly string[]
  /** Between words; empty where words are not separated. */
  readonly separator: string
  readonly comma: string
  readonly stop: string
}

const words = (text: string): readonly string[] => text.split(' ')

/** English-like; the default. */
const ENGLISH: CorpusLanguage = {
  code: 'en',
  functionWords: words(
    'the of to and a in is that for it on was with as he be at by i this had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any',
  ),
  onsets: words('b br c ch d dr f g gr h j k l m n p pl r s sh sp st t th tr v w'),
  vowels: words('a a e e i i o o u ea ou'),
  codas: ['', '', '', '', '', ...words('n r l s t m d ck nt st p')],
  endings: ['', '', '', '', '', '', 's', 's', 's', 'ed', 'ing', 'ly'],
  separator: ' ',
  comma: ',',
  stop: '.',
}

const GERMAN: CorpusLanguage = {
  ...ENGLISH,
  code: 'de',
  functionWords: words(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine uhr seiner worden und will zwischen',
  ),
  onsets: words('b br d f fl g gr h j k kr l m n p r s sch sp st t tr v w z'),
  vowels: words('a a e e i o u ä ö ü au ei ie'),
  codas: ['', '', '', ...words('n r l s t m ch nd st rt ng')],
  endings: ['', '', '', '', '', 'e', 'en', 'en', 'er', 'es', 's', 'ung'],
}

const RUSSIAN: CorpusLanguage = {
  ...ENGLISH,
  code: 'ru',
  functionWords: words(
    'и в не на что я с он а как это по но они к у ты из мы за вы так же от сказал этот который о человек до его для было был бы только её мне ещё когда уже или быть если нет даже при под во со все тоже где чтобы после того между том там кто этом год лет',
  ),
  onsets: words('б в вр г д др ж з к кр л м н п пр р с ст т тр ф х ц ч ш'),
  vowels: words('а а е е и о о у ы я'),
  codas: ['', '', '', '', ...words('н р л с т м й к в')],
  endings: ['', '', '', '', 'а', 'ы', 'ов', 'ом', 'ами', 'у', 'е', 'ой', 'ный', 'ного'],
}

const UKRAINIAN: CorpusLanguage = {
  ...RUSSIAN,
  code: 'uk',
  functionWords: words(
    'і в не на що я з він а як це по але вони до у ти із ми за ви так ж від сказав цей який о людина для було був би тільки її мені ще коли вже або бути якщо немає навіть при під та все теж де щоб після того між тому там хто цьому рік років його їх',
  ),
  vowels: words('а а е и і о о у ї я'),
  endings: ['', '', '', '', 'а', 'и', 'ів', 'ом', 'ами', 'у', 'і', 'ою', 'ний', 'ного'],
}

const ARABIC: CorpusLanguage = {
  ...ENGLISH,
  code: 'ar',
  functionWords: words(
    'في من على إلى أن عن التي الذي مع هذا ما لا هذه كان قال بين بعد كل أو ذلك قد لم كما منذ حيث حتى خلال عند أي غير قبل وقد ثم إن هو هي كانت بعض أكثر أمام وفي ومن وهو لكن عدم يوم عام',
  ),
  onsets: words('ب ت ث ج ح خ د ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه و ي'),
  vowels: ['', '', 'ا', 'و', 'ي'],
  codas: ['', 'ر', 'ل', 'م', 'ن', 'ب', 'د', 'س'],
  endings: ['', '', '', 'ة', 'ات', 'ون', 'ين', 'ي', 'ها', 'هم'],
  comma: '،',
}

const JAPANESE: CorpusLanguage = {
  code: 'ja',
  functionWords: words(
    'の は を に が と で た も て し な する れ から ある いる こと さ この ない よう など なる まで より その また これ だ です ます 者 日 年 ため それ',
  ),
  onsets: words(
    '日 本 国 会 社 員 長 年 月 人 民 主 政 府 経 済 市 場 新 聞 電 力 水 道 車 海 山 川 空 港 学 校 生 活 動 物 語 文 化 石 油 気 候 温 度 北 南 東 西 京 都 県 知 事 件 戦 争 平 和 軍 隊 士 官 公 園 地 震 災 害 者',
  ),
  vowels: [''],
  codas: ['', ...words('的 性 化 員 長 所 場 力 金 法 権 線 点 部 局 院 館 店 家 品 車 機 書 物 語')],
  endings: [''],
  separator: '',
  comma: '、',
  stop: '。',
}

/** Languages a corpus can be made in. */
export const CORPUS_LANGUAGES = {
  en: ENGLISH,
  de: GERMAN,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  ar: ARABIC,
  ja: JAPANESE,
} as const

/** Code of a language a corpus can be made in. */
export type CorpusLanguageCode = keyof typeof CORPUS_LANGUAGES
