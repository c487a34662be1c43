import { expect, test } from './support/offprint-test.ts'

const OUTSIDE = ['http://tracker.example/a.gif', 'https://10.1.2.3/b.gif', 'http://localhost:9/c.gif']

test('The sentinel sees what Chromium sends outside, by name and by number, and nothing when nothing is sent', async ({
  page,
  sentinel,
  complaints,
}) => {
  await page.setContent('<p>Nothing from outside.</p>')
  expect(sentinel.connections()).toEqual([])
  complaints.allow(/net::ERR_/)
  for (const [index, address] of OUTSIDE.entries()) {
    await page.setContent(`<img src="${address}">`)
    await expect.poll(() => sentinel.connections().length, address).toBeGreaterThan(index)
  }
  sentinel.forget()
})

test('A complaint of a page is seen', async ({ page, complaints }) => {
  await page.setContent('<p>A page.</p>')
  await page.evaluate(() => {
    console.error('something is wrong')
    setTimeout(() => {
      throw new Error('thrown later')
    }, 0)
  })
  await expect.poll(() => complaints.found().length).toBe(2)
  complaints.allow(/something is wrong|thrown later/)
})
