import type { Page } from '@playwright/test'
import { newSecret } from '../../src/main/ipc/secret.ts'
import { createOriginalViews } from '../../src/main/ipc/router/original-views.ts'
import { ORIGINAL_HEADERS } from '../../src/main/ipc/router/response-headers.ts'
import { createRouter } from '../../src/main/ipc/router/router.ts'
import { appError } from '../../src/shared/app-error.ts'
import type { ReaderHtml } from '../../src/shared/model/identity.ts'
import { err, ok } from '../../src/shared/result.ts'
import { hasSharedData } from '../support/shared-data.ts'
import { h5scPages, html5libPages, ownPages, type HostilePage } from './support/hostile-pages.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages, type ServedPage } from './support/page-server.ts'
import { watchRan } from './support/ran.ts'
import { showFrames } from './support/show-frames.ts'

/** Everything hostile there is, raw: as if wall 1 had let it through. */
function hostilePages(sentinelPort: number): readonly HostilePage[] {
  return [...ownPages(sentinelPort), ...(hasSharedData ? [...h5scPages(), ...html5libPages()] : [])]
}

/** Shows one page's raw HTML. */
type Serve = (page: HostilePage) => Promise<ServedPage>

/** Through the router that serves the reader's frames, as if the clean step had written it. */
const asReaderText: Serve = async ({ html }) => {
  const secret = newSecret()
  const document = { html: html as ReaderHtml, direction: 'ltr', language: null, title: null } as const
  const router = createRouter({
    assets: new Map(),
    secret,
    originals: createOriginalViews(),
    pipe: '',
    content: (name) =>
      Promise.resolve(
        name === 'content.document' ? ok(document as never) : err(appError('ipc/unknown-request', { name })),
      ),
  })
  const uid = '019a0000-0000-7000-8000-000000000001'
  const answer = await router(new Request(`http://127.0.0.1/c/${secret}/article/${uid}/1/1`))
  return { body: await answer.text(), headers: Object.fromEntries(answer.headers) }
}

const asOriginal: Serve = ({ html }) => Promise.resolve({ body: html, headers: ORIGINAL_HEADERS })
const unguarded: Serve = ({ html }) => Promise.resolve({ body: html, headers: {} })

test.describe('Hostile pages with wall 1 switched off', () => {
  for (const [name, serve, sandbox] of [
    ['reader text', asReaderText, 'allow-same-origin'],
    ['an original', asOriginal, ''],
  ] as const) {
    test(`run nothing and reach nothing where ${name} is shown`, async ({ page, context, sentinel, complaints }) => {
      complaints.allow(/./)
      const ran = watchRan(context)
      await showAll(page, hostilePages(sentinel.port), { serve, sandbox })
      expect(ran.signs()).toEqual([])
      expect(sentinel.connections()).toEqual([])
    })
  }

  test('would run and reach out without walls', async ({ page, context, sentinel, complaints }) => {
    complaints.allow(/./)
    const ran = watchRan(context)
    await showAll(page, ownPages(sentinel.port), { serve: unguarded, sandbox: null })
    expect(ran.signs().length).toBeGreaterThan(25)
    expect(sentinel.connections().length).toBeGreaterThan(40)
    sentinel.forget()
  })
})

async function showAll(
  page: Page,
  pages: readonly HostilePage[],
  { serve, sandbox }: { readonly serve: Serve; readonly sandbox: string | null },
): Promise<void> {
  const served = await Promise.all(pages.map(serve))
  const frames: ServedPage = { body: '<!doctype html><title>Frames</title><body>', headers: {} }
  const server = await servePages((path) => (path === '/' ? frames : (served[Number(path.slice(1))] ?? null)))
  await page.goto(server.origin)
  const urls = pages.map((_, index) => `${server.origin}/${index}`)
  expect(await showFrames(page, urls, { sandbox })).toBeGreaterThan(0.9 * pages.length)
  await page.goto('about:blank')
  await server.close()
}
