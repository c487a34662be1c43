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
export const ENGLISH: CorpusLanguage = {
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
  onsets: [
    ...'日本国会社員長年月人民主政府経済市場新聞電力水道車海山川空港学校生活動物語文化石油気候温度北南東西京都県知事件戦争平和軍隊士官公園地震災害者',
  ],
  vowels: [''],
  codas: ['', ...'的性化員長所場力金法権線点部局院館店家品車機書物語'],
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
