import { describe, expect, it } from 'vitest'
import { parseByline } from '../../../../src/main/import/text/byline.ts'
import { parseCaption } from '../../../../src/main/import/text/caption.ts'
import { parseContributors } from '../../../../src/main/import/text/contributors.ts'
import { parseDateLine } from '../../../../src/main/import/text/date-line.ts'
import { leadingDateline } from '../../../../src/main/import/text/dateline.ts'
import {
  isCopyrightLine,
  isPromotion,
  isReadOnLabel,
  isReadOnLine,
} from '../../../../src/main/import/text/end-lines.ts'
import { parseHeaderLine } from '../../../../src/main/import/text/header-line.ts'
import { parseLabelledLine } from '../../../../src/main/import/text/labelled-line.ts'
import { parseGluedMasthead } from '../../../../src/main/import/text/masthead.ts'
import { isPublicationName } from '../../../../src/main/import/text/publication-name.ts'
import { isUtilityLine } from '../../../../src/main/import/text/utility-line.ts'

describe('a byline', () => {
  it.each([
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['By Ana Ruiz and Bo Li', ['Ana Ruiz', 'Bo Li']],
    ['BY ANA RUIZ', ['ANA RUIZ']],
    ['By Ana Ruiz, Bo Li and Cleo van der Berg', ['Ana Ruiz', 'Bo Li', 'Cleo van der Berg']],
    ['By Ana Ruiz, Senior Correspondent', ['Ana Ruiz']],
    ['By Ana Ruiz in Lima', ['Ana Ruiz']],
    ['Von Anke Petersen und Jörg Wilke', ['Anke Petersen', 'Jörg Wilke']],
    ['Par Élodie Martin', ['Élodie Martin']],
    ['Por Ana Ruiz', ['Ana Ruiz']],
    ['Автор: Ольга Синицына', ['Ольга Синицына']],
    ['Текст: Оксана Мельник', ['Оксана Мельник']],
    ['文/佐藤花子', ['佐藤花子']],
    ['بقلم: سلمى حداد', ['سلمى حداد']],
    ['Written by: Ana Ruiz', ['Ana Ruiz']],
  ])('names who wrote: %s', (line, names) => {
    expect(parseByline(line)).toEqual(names)
  })

  it.each([
    'By Land and Sea',
    'By the time the ferry came, the pier was gone',
    'Von der Leyen warnt vor einem Alleingang der Staaten',
    'By Tuesday',
    'Por qué suben los precios',
    'By 2030 the river will be clean',
    'Bystanders watched',
  ])('is not: %s', (line) => {
    expect(parseByline(line)).toBeNull()
  })
})

describe('a line of date', () => {
  it.each([
    ['Published March 14, 2024', '2024-03-14', false],
    ['12. Februar 2023', '2023-02-12', false],
    ['Stand: 12.02.2023', '2023-02-12', false],
    ['14 марта 2024 г.', '2024-03-14', false],
    ['2024年5月12日', '2024-05-12', false],
    ['Updated October 2, 2022', '2022-10-02', true],
    ['Kyiv, 24 June 2022', '2022-06-24', false],
    ['03/04/2021', '2021', false],
  ])('states when: %s', (line, date, isUpdate) => {
    expect(parseDateLine(line)).toEqual({ date, isUpdate })
  })

  it.each([
    'What the elections of 8 November 2022 changed',
    '5 hours ago',
    'Route 66',
    'The flood of June 2021 and its price',
  ])('is not: %s', (line) => {
    expect(parseDateLine(line)).toBeNull()
  })

  it('may name who wrote too', () => {
    expect(parseHeaderLine('By Ana Ruiz | June 3, 2021 | 4 min read')).toEqual({
      names: ['Ana Ruiz'],
      date: '2021-06-03',
      isUpdate: false,
    })
    expect(parseHeaderLine('By Ana Ruiz, June 3, 2021')).toMatchObject({ names: ['Ana Ruiz'], date: '2021-06-03' })
    expect(parseHeaderLine('Ana Ruiz · 3 June 2021')).toMatchObject({ names: ['Ana Ruiz'], date: '2021-06-03' })
    expect(parseHeaderLine('World | Politics | Sport')).toBeNull()
  })
})

describe('a caption', () => {
  it.each([
    ['A man waits. (Heidi Moss for The Gazette)', 'A man waits.', 'Heidi Moss for The Gazette'],
    ['A man waits (Foto: Silke Brandt/Bildwerk)', 'A man waits', 'Silke Brandt/Bildwerk'],
    ['A man waits. (Photo by Ana Ruiz)', 'A man waits.', 'Ana Ruiz'],
    ['A man waits. Photo: Ana Ruiz/AP', 'A man waits.', 'Ana Ruiz/AP'],
    ['A man waits. © Ana Ruiz', 'A man waits.', 'Ana Ruiz'],
    ['A man waits [Ana Ruiz/AFP]', 'A man waits', 'Ana Ruiz/AFP'],
    ['公開された日誌(写真:田中一郎)', '公開された日誌', '田中一郎'],
    ['Судно у причала. (Фото: Павел Громов)', 'Судно у причала.', 'Павел Громов'],
  ])('has its credit apart: %s', (text, words, credit) => {
    expect(parseCaption(text)).toMatchObject({ words, creditName: credit })
  })

  it.each([
    'The company was sold for a third of its price (see table 2).',
    'He joined the World Health Organization (WHO)',
    'Die Preise steigen wieder, sagte er. (APA, 12.3.2015)',
    'They moved to the coast (and never came back).',
    'The first sentence ended here. The second went on. The third said more. The last one closed. (Reuters)',
    'The price of a photo: five crowns and a handshake',
  ])('is not: %s', (text) => {
    expect(parseCaption(text)).toBeNull()
  })
})

describe('a contributor line', () => {
  it.each([
    ['Ruiz reported from Lima, Li and Berg from Cusco, and Chan from Quito.', ['Ruiz', 'Li', 'Berg', 'Chan']],
    ['Ruiz reported from Kyiv, Ukraine, and Chan from Quito.', ['Ruiz', 'Chan']],
    ['Ana Ruiz and Bo Li in Lima contributed to this report.', ['Ana Ruiz', 'Bo Li']],
    ['Ruiz reported from Lima. Bo Li contributed to this report.', ['Ruiz', 'Bo Li']],
    ['(Reporting by Ana Ruiz; Editing by Bo Li)', ['Ana Ruiz', 'Bo Li']],
    ['Additional reporting by Ana Ruiz', ['Ana Ruiz']],
    ['Mitarbeit: Anke Petersen', ['Anke Petersen']],
  ])('names who worked on it: %s', (line, names) => {
    expect(parseContributors(line)).toEqual(names)
  })

  it.each([
    'The minister reported from the front that the bridge had fallen.',
    'Several factors contributed to this decline, he said.',
    'High prices contributed to the loss.',
    'Smith reported from Kyiv for nine years before the war, and never learned the language.',
  ])('is not: %s', (line) => {
    expect(parseContributors(line)).toBeNull()
  })
})

describe('a dateline', () => {
  it.each([
    ['KYIV, June 24 (Reuters) — The', 'KYIV, June 24 (Reuters) — '],
    ['BERLIN — Die', 'BERLIN — '],
    ['NEW YORK (AP) -- A', 'NEW YORK (AP) -- '],
    ['WASHINGTON, D.C. — The', 'WASHINGTON, D.C. — '],
    ['Berlin (dpa) - Die', 'Berlin (dpa) - '],
    ['МОСКВА, 24 июня (Агентство) — В', 'МОСКВА, 24 июня (Агентство) — '],
  ])('opens a paragraph: %s', (text, dateline) => {
    expect(leadingDateline(text)).toBe(dateline)
  })

  it.each(['The law — a bad one — passed.', 'HIMARS are rockets.', 'He said - and meant it - no.'])(
    'does not open: %s',
    (text) => {
      expect(leadingDateline(text)).toBeNull()
    },
  )
})

describe('a masthead', () => {
  it.each([
    ['The Northern PostTruth Before Breakfast', 'The Northern Post'],
    ['Harbour TimesAll the News of the Quay', 'Harbour Times'],
    ['The SentinelNews From the Edge', 'The Sentinel'],
  ])('is parted from its motto: %s', (line, publication) => {
    expect(parseGluedMasthead(line, 'text')?.publication).toBe(publication)
  })

  it('is not seen in a brand, which comes again in the text', () => {
    expect(parseGluedMasthead('Why BuzzFeed Closed Its News Desk', 'People at BuzzFeed said so.')).toBeNull()
    expect(parseGluedMasthead("McDonald's Sales Rise", '')).toBeNull()
    expect(parseGluedMasthead('Why YouTube Creators Are Leaving', '')).toBeNull()
    expect(parseGluedMasthead('iPhone Sales Fall', '')).toBeNull()
  })

  it('alone is told by its words', () => {
    expect(
      ['The Harbour Gazette', 'Morgenzeitung', 'example.com', '北海新聞', 'Вечерний вестник'].map(isPublicationName),
    ).toEqual([true, true, true, true, true])
    expect(
      ['Rain expected all week', 'Broken Silence', 'News of the sea reaches the hills'].map(isPublicationName),
    ).toEqual([false, false, false])
  })
})

describe('lines of the page around the article', () => {
  it.each([
    'Share this article',
    'Updated 5 hours ago',
    '3 min read',
    'Advertisement',
    '1 / 12',
    'Lesezeit: 4 Min.',
    'Реклама',
    '分享',
  ])('are buttons and counters: %s', (line) => {
    expect(isUtilityLine(line)).toBe(true)
  })

  it.each(['Shares fell', 'Print is not dead', 'Read', 'An hour ago the bridge fell', '12 of them came'])(
    'are not: %s',
    (line) => {
      expect(isUtilityLine(line)).toBe(false)
    },
  )

  it('point elsewhere, ask for something, or state rights', () => {
    expect(
      ['Read more: The flood', 'Lesen Sie auch: Die Flut', 'Related', 'Читайте также: Ещё'].every(isReadOnLine),
    ).toBe(true)
    expect(['Read more books, he said.', 'Related species live here.'].some(isReadOnLine)).toBe(false)
    expect([isReadOnLabel('Related'), isReadOnLabel('Related: The flood')]).toEqual([true, false])
    expect(['Sign up for our letter.', 'Подписывайтесь на наш канал'].every(isPromotion)).toBe(true)
    expect(['© 2023 Verlag', 'All rights reserved.', 'Copyright 2020 The Gazette'].every(isCopyrightLine)).toBe(true)
    expect(isCopyrightLine('The court spoke about copyright in its ruling.')).toBe(false)
  })

  it('carry labels, as e-mail headers do', () => {
    expect(parseLabelledLine('Subject: The week')).toEqual({ fact: 'title', value: 'The week' })
    expect(parseLabelledLine('Betreff: Die Woche')).toEqual({ fact: 'title', value: 'Die Woche' })
    expect(parseLabelledLine('Nobody: knows')).toBeNull()
  })
})
