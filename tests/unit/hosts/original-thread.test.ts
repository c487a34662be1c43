import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createOriginalThread } from '../../../src/main/hosts/original-thread.ts'
import { startWorkerThread } from '../../../src/main/hosts/browser/worker-thread.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const ENTRY = join(import.meta.dirname, '../../../src/main/original-worker.ts')

function aThread(entry = ENTRY, time?: number) {
  const thread = createOriginalThread(startWorkerThread, entry, time)
  onTestFinished(() => thread.close())
  return (mediaType: string, text: string | Uint8Array) =>
    thread.show({
      mediaType,
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      title: 'A <title>',
      language: 'de',
      direction: 'ltr',
      files: [],
    })
}

describe('the thread of originals', () => {
  it('shows pages, texts of any kind and pictures', async () => {
    const show = aThread()
    expect(valueOf(await show('text/html; charset=x', '<p onclick=x>Gr\u00fc\u00dfe')).html).toContain(
      '<p>Gr\u00fc\u00dfe</p>',
    )
    const latin = Uint8Array.from(Buffer.from('<meta charset=iso-8859-1><p>Gr\u00fc\u00dfe an alle', 'latin1'))
    expect(valueOf(await show('text/html', latin)).html).toContain('Gr\u00fc\u00dfe an alle')
    for (const mediaType of ['text/plain', 'text/markdown', 'application/json', 'text/xml']) {
      const { html, resources } = valueOf(await show(mediaType, '# <b>1</b>\n\n  two & three'))
      expect(html).toContain('<pre>\n# &lt;b&gt;1&lt;/b&gt;\n\n  two &amp; three</pre>')
      expect(html).toContain('<html lang="de" dir="ltr">')
      expect(html).toContain('<title>A &lt;title&gt;</title>')
      expect(resources).toEqual([])
    }
    const picture = valueOf(await show('image/png', new Uint8Array([1, 2])))
    expect(picture.html).toContain('<img src="r/0" alt="A &lt;title&gt;">')
    expect(picture.resources).toEqual([{ mediaType: 'image/png', bytes: new Uint8Array([1, 2]) }])
  })

  it('says honestly what it does not show', async () => {
    const show = aThread()
    for (const mediaType of ['application/pdf', 'application/zip', 'application/octet-stream', 'x']) {
      const { code, details } = errorOf(await show(mediaType, '%PDF-'))
      expect([code, details['reason']]).toEqual(['host/original-not-shown', `there is no view for ${mediaType} yet`])
    }
  })

  it('goes on after an original that took too long, or brought it down', async () => {
    const show = aThread(join(import.meta.dirname, '../../support/odd-original-worker.ts'), 2_000)
    const shown = await Promise.all(['one', 'endless', 'two', 'deadly', 'three'].map((kind) => show(kind, '')))
    expect(shown.map((one) => (one.ok ? one.value.html : one.error.details['reason']))).toEqual([
      'one',
      'it takes too long',
      'two',
      'it cannot be read, or takes too much memory',
      'three',
    ])
  })
})
