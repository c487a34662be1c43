import type { OutgoingHttpHeaders } from 'node:http'
import type { Page } from '@playwright/test'
import { hasSharedData } from '../support/shared-data.ts'
import { h5scPages, html5libPages, ownPages, type HostilePage } from './support/hostile-pages.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages } from './support/page-server.ts'
import { watchRan } from './support/ran.ts'
import { showFrames } from './support/show-frames.ts'

const READER = {
  'content-security-policy':
    "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'connection-allowlist': '(response-origin)',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
const ORIGINAL = {
  'content-security-policy':
    "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'connection-allowlist': '(response-origin)',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Everything hostile there is, raw: as if wall 1 had let it through. */
function hostilePages(sentinelPort: number): readonly HostilePage[] {
  return [...ownPages(sentinelPort), ...(hasSharedData ? [...h5scPages(), ...html5libPages()] : [])]
}

test.describe('Hostile pages with wall 1 switched off', () => {
  for (const [name, headers, sandbox] of [
    ['reader text', READER, 'allow-same-origin'],
    ['an original', ORIGINAL, ''],
  ] as const) {
    test(`run nothing and reach nothing where ${name} is shown`, async ({ page, context, sentinel, complaints }) => {
      complaints.allow(/./)
      const ran = watchRan(context)
      const pages = hostilePages(sentinel.port)
      await showAll(page, pages, { headers, sandbox })
      expect(ran.signs()).toEqual([])
      expect(sentinel.connections()).toEqual([])
    })
  }

  test('would run and reach out without walls', async ({ page, context, sentinel, complaints }) => {
    complaints.allow(/./)
    const ran = watchRan(context)
    await showAll(page, ownPages(sentinel.port), { headers: {}, sandbox: null })
    expect(ran.signs().length).toBeGreaterThan(25)
    expect(sentinel.connections().length).toBeGreaterThan(40)
    sentinel.forget()
  })
})

async function showAll(
  page: Page,
  pages: readonly HostilePage[],
  { headers, sandbox }: { readonly headers: OutgoingHttpHeaders; readonly sandbox: string | null },
): Promise<void> {
  const server = await servePages((path) => {
    if (path === '/') return { body: '<!doctype html><title>Frames</title><body>', headers: {} }
    const shown = pages[Number(path.slice(1))]
    return shown === undefined ? null : { body: shown.html, headers }
  })
  await page.goto(server.origin)
  const urls = pages.map((_, index) => `${server.origin}/${index}`)
  await showFrames(page, urls, { sandbox })
  await page.goto('about:blank')
  await server.close()
}
