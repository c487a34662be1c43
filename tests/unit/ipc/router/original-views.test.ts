import { describe, expect, it } from 'vitest'
import { createOriginalViews } from '../../../../src/main/ipc/router/original-views.ts'

const view = (megabytes: number) => ({
  html: '<p>x',
  resources: [{ mediaType: 'image/svg+xml', bytes: new Uint8Array(megabytes * 1024 * 1024) }],
})

describe('originals that are looked at', () => {
  it('have secret addresses of their own and no rights, whatever they are', async () => {
    const views = createOriginalViews()
    const [one, other] = [views.add(view(0)), views.add(view(0))]
    expect(one).toMatch(/^\/o\/[0-9a-f]{64}\/$/)
    expect(one).not.toBe(other)
    const page = views.serve(one)
    expect(await page.text()).toBe('<p>x')
    for (const { headers } of [page, views.serve(`${one}r/0`)]) {
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/)
      expect(headers.get('access-control-allow-origin')).toBe('null')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
    for (const path of [
      '/o/',
      `${one}r/1`,
      `${one}r/00`,
      `${one}r/-1`,
      `${one}x`,
      one.toUpperCase(),
      one.slice(0, -1),
    ]) {
      expect([path, views.serve(path).status]).toEqual([path, 404])
    }
  })

  it('are forgotten, the oldest first, when they are too many, and all with their archive', () => {
    const views = createOriginalViews()
    const paths = [50, 50, 50, 200].map((size) => views.add(view(size)))
    expect(paths.map((path) => views.serve(path).status)).toEqual([404, 404, 404, 200])
    const small = views.add(view(1))
    expect(views.serve(paths[3] ?? '').status).toBe(404)
    expect(views.serve(small).status).toBe(200)
    views.clear()
    expect(views.serve(small).status).toBe(404)
  })
})
