import { expect, it } from 'vitest'
import { otherPage } from '../../../../src/main/import/html/other-page.ts'

const CONSENT =
  'We and our partners use cookies and tracking. With your consent we and our partners may process your data. See our privacy policy about cookies.'

it.each([
  [['404 Not Found'], 'The requested URL was not found on this server.', 'error'],
  [['Seite nicht gefunden'], 'Bitte prüfen Sie die Adresse.', 'error'],
  [['Just a moment...'], 'Checking your browser before accessing the site.', 'check'],
  [['The Gull'], 'Please verify you are human to go on.', 'check'],
  [['Before you continue'], CONSENT, 'consent'],
  [['Ice in the harbour'], 'The harbour froze on Tuesday.', null],
  [['How a 404 page should look'], `A page not found is a page lost. ${'It goes on about design. '.repeat(80)}`, null],
  [['Cookies'], 'Bake the cookies for ten minutes.', null],
  [['404 years of the harbour'], 'It began with a pier.', null],
] as const)('a page headed %j is %j → %s', (headlines, text, what) => {
  expect(otherPage(headlines, text)).toBe(what)
})
