import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aZip } from '../support/a-zip.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { dropFiles } from './support/drop-files.ts'
import { expect, test } from './support/offprint-test.ts'
import { painted } from './support/reader-frame.ts'

const FIRST = 'The harbour wall was built in three summers by men who were paid in salt.'
const SECOND = 'The salt was weighed at night, and the scales were said to be honest.'
const MORE = 'Nobody kept accounts, and those who asked for some were sent to the quay. '.repeat(12)

const ENTRY = { author: 'Ann Lee', readingProgress: 40, labels: ['history'], state: 'Active', publishedAt: null }
const METADATA = [
  { ...ENTRY, id: 'a1', slug: 'salt-1', title: 'Paid in salt', url: 'https://news.example/salt', savedAt: '2024-10-29T16:30:11.000Z' }, // prettier-ignore
  { ...ENTRY, id: 'a2', slug: 'link-2', title: 'Only a link', url: 'https://news.example/link', savedAt: '2024-10-30T16:30:11.000Z' }, // prettier-ignore
]

/** An export as Omnivore wrote it: a list, the article's HTML, its highlights in Markdown. */
function anExport(): Uint8Array {
  const highlights = [`> ${FIRST}`, '#labour', 'How many men?', `> ${SECOND}`].join('\n\n')
  return aZip([
    { name: 'metadata_0_to_20.json', content: JSON.stringify(METADATA) },
    { name: 'content/salt-1.html', content: `<div><p>${FIRST}</p><p>${MORE}</p><p>${SECOND}</p></div>` },
    { name: 'highlights/salt-1.md', content: highlights },
  ])
}

test('An Omnivore export dropped on the window: its articles are read with their highlights', async ({
  program,
  openWindow,
}) => {
  test.setTimeout(60_000)
  const { page } = await openWindow()
  const own = join(program.home, 'omnivore.zip')
  writeFileSync(own, anExport())
  // The real one beside the checkout holds the list alone: 60 links.
  const real = hasSharedData ? [sharedData('imports/pocket-monorepo/imports/omnivore-test.zip')] : []
  await dropFiles(page, [own, ...real])
  await expect(page.getByText('The import is complete')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('complementary', { name: 'Account of the import' })).toContainText(/Unaccounted for\s*0/)
  const shots = process.env['OFFPRINT_SHOTS']
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'omnivore-report.png') })

  await page
    .getByRole('button', { name: /^Library/ })
    .first()
    .click()
  await page.getByRole('option', { name: 'Paid in salt' }).click()
  await page.keyboard.press('Enter')
  await expect.poll(() => painted(page, 'yellow')).toEqual(expect.arrayContaining([FIRST, SECOND]))
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'omnivore-reader.png') })
})
