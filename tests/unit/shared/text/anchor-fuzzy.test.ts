import { describe, expect, test } from 'vitest'
import { anchorQuote } from '../../../../src/shared/text/anchor-quote.ts'
import { describeQuote } from '../../../../src/shared/text/describe-quote.ts'
import { prepareText } from '../../../../src/shared/text/prepare-text.ts'

const BEFORE = 'The harbour had been quiet all winter, and nobody expected the ships. '
const PASSAGE = 'The mayor told reporters that the old lighthouse would be closed in spring.'
const AFTER = ' Fishermen protested on the quay the next morning, and the council listened.'
const OLD = `${BEFORE}${PASSAGE}${AFTER}`

function askedOf(old: string, exact: string, known: 'selectors' | 'old text') {
  const start = old.indexOf(exact)
  const end = start + exact.length
  const hint = { start, end, textLength: old.length }
  return { quote: describeQuote(old, start, end), hint: known === 'selectors' ? hint : { ...hint, text: old } }
}

describe.each(['selectors', 'old text'] as const)('an edited passage by %s', (known) => {
  test.each([
    ['a word changed', 'The mayor told reporters that the old lighthouse would be shut in spring.'],
    ['words put in', 'The mayor told reporters that the old and famous lighthouse would be closed in late spring.'],
    ['words taken out', 'The mayor told reporters the lighthouse would be closed in spring.'],
    ['the beginning changed', 'Two councillors told reporters that the old lighthouse would be closed in spring.'],
    ['the end changed', 'The mayor told reporters that the old lighthouse would be closed some day.'],
    ['a letter wrong here and there', 'The mayor told reporters that the old lighthuose would be closd in spring.'],
  ])('%s is found whole', (_what, edited) => {
    const text = `A new headline.\n${BEFORE}${edited}${AFTER}`
    const match = anchorQuote({ text, ...askedOf(OLD, PASSAGE, known) })
    expect(match?.strategy).toBe('fuzzy')
    expect(text.slice(match?.start, match?.end)).toBe(edited)
    expect(match?.score).toBeGreaterThan(0.4)
    expect(match?.score).toBeLessThan(1)
  })

  test.each([
    ['the passage was taken out', `${BEFORE}${AFTER}`],
    ['another sentence took its place', `${BEFORE}Snow fell for three days without a pause.${AFTER}`],
    ['the text is another one', 'Nothing of the kind was ever written about a mayor or reporters in this town.'],
    ['there is no text', ''],
  ])('%s: an orphan', (_what, text) => {
    expect(anchorQuote({ text, ...askedOf(OLD, PASSAGE, known) })).toBeNull()
  })
})

test('an entry of a fixed form whose telling word went is not found in its neighbour', () => {
  const entry = (name: string, born: string): string => `<name>${name}</name>\n<born>${born}</born>\n`
  const old = `${entry('Anna Kowalska', '1901')}${entry('Milada Horáková', '1936')}${entry('Piotr Nowak', '1950')}`
  const text = `${entry('Anna Kowalska', '1901')}${entry('Piotr Nowak', '1950')}`
  for (const known of ['selectors', 'old text'] as const) {
    expect(anchorQuote({ text, ...askedOf(old, '<name>Milada Horáková</name>', known) })).toBeNull()
  }
})

test('of twins whose words changed alike, the old text tells which is meant', () => {
  const row = (left: string, count: string): string => `Rows of ${left}: the total is ${count} this year.\n`
  const old = `${row('wheat', 'forty')}${row('barley', 'forty')}${row('oats', 'forty')}`
  const text = old.replaceAll('forty', 'fifty')
  const exact = 'the total is forty this year'
  const start = old.lastIndexOf(exact)
  const quote = { exact, prefix: '', suffix: '' }
  const hint = { start, end: start + exact.length, textLength: old.length }
  expect(anchorQuote({ text, quote, hint: { ...hint, text: old } })?.start).toBe(start)
})

test('words joined or torn by hyphens and line ends are matched by letters', () => {
  const text = `${BEFORE}The may-\nor told report-\ners that the old light-\nhouse would be closed in spring.${AFTER}`
  const match = anchorQuote({ text, quote: { exact: PASSAGE, prefix: '', suffix: '' } })
  expect(text.slice(match?.start, match?.end)).toBe(text.slice(BEFORE.length, text.length - AFTER.length))
})

test('Japanese and Arabic are found when words changed', () => {
  const japanese = '昨日、市長は古い灯台を春に閉鎖すると記者団に語った。漁師たちは翌朝抗議した。'
  const changed = japanese.replace('春に', '来年の春に')
  const found = anchorQuote({
    text: changed,
    ...askedOf(japanese, '市長は古い灯台を春に閉鎖すると記者団に語った', 'selectors'),
  })
  expect(changed.slice(found?.start, found?.end)).toBe('市長は古い灯台を来年の春に閉鎖すると記者団に語った')
  const arabic = 'قال رئيس البلدية إن المنارة القديمة ستغلق في الربيع. احتج الصيادون في صباح اليوم التالي.'
  const renewed = arabic.replace('القديمة', 'العتيقة')
  const match = anchorQuote({ text: renewed, ...askedOf(arabic, 'إن المنارة القديمة ستغلق في الربيع', 'selectors') })
  expect(renewed.slice(match?.start, match?.end)).toBe('إن المنارة العتيقة ستغلق في الربيع')
})

test('a quote of pages is found in a text of many, edited everywhere', () => {
  const words = Array.from({ length: 12_000 }, (_, index) => `word${String((index * 7919) % 5003)}`)
  const old = words.join(' ')
  const text = words.map((word, index) => (index % 20 === 10 ? 'changed' : word)).join(' ')
  const exact = words.slice(2000, 8000).join(' ')
  const match = anchorQuote({ text: prepareText(text), ...askedOf(old, exact, 'selectors') })
  const wanted = text.indexOf(words.slice(2000, 2005).join(' '))
  expect(Math.abs((match?.start ?? 0) - wanted)).toBeLessThan(40)
  expect((match?.end ?? 0) - wanted).toBeGreaterThan(exact.length * 0.95)
}, 20_000)

test('an old text that does not say the quote where the hint puts it is not used', () => {
  const { quote, hint } = askedOf(OLD, PASSAGE, 'old text')
  const match = anchorQuote({ text: OLD, quote, hint: { ...hint, start: hint.start + 3, end: hint.end + 3 } })
  expect(match).toMatchObject({ start: OLD.indexOf(PASSAGE), strategy: 'quote' })
})
