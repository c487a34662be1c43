import type { ArticleFacts, Caption } from '../../src/shared/model/rendition.ts'

/** A text of `texts/`, and what must be found in it; facts that are not listed must stay unknown. */
export interface PlainTextCase {
  readonly file: string
  readonly facts: Partial<Record<keyof ArticleFacts, string | readonly string[]>>
  /** Elements in order; what stands in a header, aside or footer in parentheses. */
  readonly shape: string
  readonly captions?: readonly Caption[]
  /** Titles of the asides. */
  readonly asides?: readonly string[]
}

/** All shapes of plain text that are known to be read right. */
export const plainTextCases: readonly PlainTextCase[] = [
  {
    file: 'about-the-author',
    facts: { title: "Winter wheat thrives on the high plain, to everyone's surprise" },
    shape: 'header(h1) p p ul p aside(h2 p) p',
    asides: ['About the author'],
  },
  {
    file: 'all-caps-headline',
    facts: { title: 'FLOODED MINE YIELDS FORGOTTEN CHAPEL' },
    shape: 'header(h1) p p h2 p p',
  },
  {
    file: 'arabic',
    facts: { title: 'قرية جبلية تعيد بناء سوقها القديم بأيدي أهلها', byline: 'سلمى حداد', published: '2022-06-24' },
    shape: 'header(h1 p p) p p aside(p) p',
    asides: ['اقرأ أيضا: كيف تحفظ القرى أسماء دروبها القديمة'],
  },
  {
    file: 'bbc-captions',
    facts: { title: 'Singing sand dunes fall silent as the desert turns green' },
    shape: 'header(h1 p p) figure p p aside(p p) p',
    captions: [{ text: 'The dunes once hummed loudly enough to be heard in the next valley', credit: 'Getty Images' }],
    asides: ['Related'],
  },
  {
    file: 'closing-box',
    facts: {
      title: 'Glacier villages count their losses after the warmest summer',
      standfirst: 'Hay barns, footbridges and one chapel were lost when meltwater lakes broke through',
      publication: 'The Northern Daily Post',
      contributors: ['Feller', 'Moretti', 'Haas', 'Lind', 'Ruth Amsler'],
    },
    shape: 'header(p p h1 p) figure p p aside(p) p p footer(p) aside(h2 p p p p)',
    captions: [
      {
        text: 'A man looks over what was a meadow in June, above the village of Sankt Urs.',
        credit: 'Ines Feller for The Northern Daily Post',
      },
    ],
    asides: ['Why the lakes above Sankt Urs fill faster than anyone expected', 'Glaciers and water: What to know'],
  },
  {
    file: 'credit-alone',
    facts: {
      title: 'Firefighters find family of foxes in burned library',
      publication: 'Port Angles Beacon-Tribune',
      contributors: ['Bo Li'],
    },
    shape: 'header(p p h1 p) p figure p footer(p)',
    captions: [{ text: '', credit: 'Ana Ruiz / Port Angles Beacon-Tribune' }],
  },
  {
    file: 'dateline',
    facts: {
      title: 'Central bank of Norlandia leaves key rate unchanged',
      contributors: ['Karin Holm', 'Petr Vasek', 'Susan Obi'],
    },
    shape: 'header(h1) p p footer(p)',
  },
  {
    file: 'email-headers',
    facts: { title: 'The week in bread: rye is back', byline: 'Ida Brandt', published: '2024-06-07T08:30:00+02:00' },
    shape: 'header(p p p p) p p blockquote p',
  },
  {
    file: 'german',
    facts: {
      title: 'Stadtrat stoppt Bau des Parkhauses am Fluss',
      standfirst: 'Die Mehrheit der Fraktionen will stattdessen einen Garten, doch das Geld dafür fehlt',
      byline: 'Anke Petersen, Jörg Wilke',
      publication: 'Morgenzeitung',
      published: '2023-02-12T17:40',
    },
    shape: 'header(p h1 p p p) p figure p aside(p) p footer(p)',
    captions: [
      {
        text: 'Noch liegt das Ufer brach: Blick auf das Gelände, auf dem das Parkhaus entstehen sollte.',
        credit: 'Silke Brandt/Bildwerk',
      },
    ],
    asides: ['Lesen Sie auch: Warum das alte Kaufhaus seit Jahren leer steht'],
  },
  {
    file: 'glued-head-lines',
    facts: { title: 'Orchard thieves leave thank-you note', byline: 'Colm Rafferty' },
    shape: 'header(h1 p p) p p',
  },
  {
    file: 'hard-wrapped',
    facts: { title: 'Beavers return to the upper Lenne after a century' },
    shape: 'header(h1) p p p',
  },
  {
    file: 'interview',
    facts: {
      title: '“A bridge is a promise,” says the engineer who builds them from paper',
      standfirst: 'Hana Sato folds bridges that carry a grown man, and has never used a drop of glue',
    },
    shape: 'header(h1 p) p p p p p p',
  },
  {
    file: 'japanese',
    facts: { title: '港町の小さな図書館、百年の航海日誌を公開', byline: '佐藤花子', published: '2024-05-12' },
    shape: 'header(h1 p p) p p figure p',
    captions: [{ text: '公開された航海日誌の一冊', credit: '田中一郎' }],
  },
  {
    file: 'list-heavy',
    facts: { title: 'Seven things to pack for a night on the moor' },
    shape: 'header(h1) p ul p ol p',
  },
  { file: 'long-paragraph-first', facts: {}, shape: 'p p' },
  {
    file: 'markdown-like',
    facts: { title: 'The island that moved its clocks', byline: 'Femi Adeyemi', published: '2021-06-03' },
    shape: 'header(h1 p) p h2 p ul blockquote p',
  },
  {
    file: 'masthead-alone',
    facts: {
      title: 'Council votes to keep the old lighthouse dark for another winter',
      publication: 'The Harbour Gazette',
    },
    shape: 'header(p h1) p p',
  },
  {
    file: 'no-blank-lines',
    facts: {
      title: 'Storm Surge Leaves Old Quay Under Water',
      standfirst: 'Merchants say the flood wall should have been finished years ago',
      byline: 'Ana Ruiz, Bo Li',
      publication: 'The Harbour Times',
      published: '2022-06-24',
    },
    shape: 'header(p h1 p figure p p) p p p',
    captions: [{ text: 'A flooded street near the old quay on Monday.', credit: 'Ana Ruiz for The Harbour Times' }],
  },
  {
    file: 'no-masthead',
    facts: {
      title: 'Harbour ferry returns after two-year repair',
      standfirst: 'Passengers queued from dawn to ride the restored vessel across the bay',
      byline: 'Marta Lindqvist, Tom Okafor',
      published: '2024-03-14T06:05-04:00',
    },
    shape: 'header(h1 p p p p p) p p figure aside(p) p p',
    captions: [
      {
        text: 'The restored ferry leaves the northern pier on its first crossing since the storm.',
        credit: 'Lena Abara',
      },
    ],
  },
  { file: 'one-line', facts: { title: 'Rain expected in the valley all week' }, shape: 'header(h1)' },
  { file: 'poem', facts: { title: "The Ferryman's Lamp" }, shape: 'header(h1) p p' },
  {
    file: 'russian',
    facts: {
      title: 'В порту Северска впервые за сорок лет открыли навигацию в марте',
      byline: 'Ольга Синицына',
      publication: 'Вечерний вестник',
      published: '2024-03-14',
    },
    shape: 'header(p h1 p p) p p figure aside(p) p',
    captions: [{ text: 'Первое судно сезона у причала Северска.', credit: 'Павел Громов' }],
    asides: ['Читайте также: Как рыбаки севера привыкают к новой погоде'],
  },
  {
    file: 'section-above',
    facts: {
      title: 'The last ferry should not be the last word',
      byline: 'Ana Ruiz',
      section: 'Opinion',
      published: '2021-06-03T07:00-04:00',
    },
    shape: 'header(p h1 p p p) p aside(p p) p p p',
    asides: ['More from Opinion'],
  },
  {
    file: 'separators-and-notes',
    facts: { title: 'Notes from a signal box' },
    shape: 'header(h1) p hr blockquote p p',
  },
  { file: 'short-lines', facts: { title: 'Kite Shop' }, shape: 'header(h1) p' },
  {
    file: 'standfirst-with-stop',
    facts: {
      title: 'Villagers rebuild mountain path by hand after council refuses',
      standfirst: 'Residents carried eleven tonnes of gravel uphill in rucksacks. They say they would do it again.',
      byline: 'Marta Lindqvist',
      published: '2022-06-24',
    },
    shape: 'header(h1 p p p p) p p',
  },
  { file: 'sub-headings', facts: { title: 'How to read a tide table' }, shape: 'header(h1) p h2 p h2 p h2 p' },
  {
    file: 'ukrainian',
    facts: {
      title: 'У Карпатах знайшли карту, намальовану пастухом двісті років тому',
      byline: 'Оксана Мельник',
      published: '2023-09-03',
    },
    shape: 'header(h1 p p) p h2 p p',
  },
]
