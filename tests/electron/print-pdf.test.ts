import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { NewHighlight } from '../../src/shared/model/annotation.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { anElectronApp, type TestApp } from '../support/electron/an-electron-app.ts'
import { importPage } from '../support/host-suite.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

/** The application with one article in its archive. */
async function withArticle(environment: NodeJS.ProcessEnv = {}): Promise<{ app: TestApp; uid: ArticleUid }> {
  const app = await anElectronApp({ environment })
  const file = join(app.home, 'a.offprint')
  valueOf(await app.client.request('host.openArchive', { file, create: true }))
  return { app, uid: await importPage(app.client, file) }
}

/** Answers the save dialog with a file of a folder of its own. */
async function saveTo(app: TestApp, name: string): Promise<{ folder: string; file: string }> {
  const folder = join(app.home, 'prints')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  await app.order({ do: 'answer-dialog', answer: { canceled: false, filePath: file } })
  return { folder, file }
}

function highlight(article: ArticleUid, quote: string, note: string): NewHighlight {
  return { ...{ article, quote, prefix: '', suffix: '', color: 'green', note, tags: [], place: null } }
}

describe('printing to PDF', () => {
  it('writes the article with its highlights and notes to where the person says', async () => {
    const { app, uid } = await withArticle()
    const { client } = app
    valueOf(await client.request('annotation.highlight', highlight(uid, 'is text', 'Not <b>water</b>')))
    valueOf(await client.request('annotation.note', { article: uid, note: 'About the whole' }))
    const { folder, file } = await saveTo(app, 'water.pdf')
    expect(valueOf(await client.request('host.capabilities', {})).printToPdf).toBe(true)
    expect(valueOf(await client.request('host.printPdf', { uid, version: null }))).toEqual({ file })
    // Whole under its own name, and nothing beside it.
    expect(readdirSync(folder)).toEqual(['water.pdf'])
    const printed = readFileSync(file, 'utf8')
    const reference = '<sup class="note-number"><a href="#print-note-1">1</a></sup>'
    expect(printed).toContain(`<mark class="pen-green">is text</mark>${reference}`)
    // Each note with the link that leads back to it.
    const link = '<a class="print-link" href="offprint:[^"]+#[^"]+"[^>]*>↗</a>'
    const note = `<div class="note" dir="auto">Not &lt;b&gt;water&lt;/b&gt; ${link}</div>`
    expect(printed).toMatch(new RegExp(`<li id="print-note-1">${note}`))
    expect(printed).toMatch(new RegExp(`<div class="note" dir="auto">About the whole ${link}</div><ol>`))
    expect(printed).toMatch(/<img [^>]*src="\/c\/[0-9a-f]{64}\/blob\/[0-9a-f]{64}"/)
  })

  it('prints in a page that nobody sees, of our own address, without scripts or preload, and ends it', async () => {
    const { app, uid } = await withArticle()
    await saveTo(app, 'a.pdf')
    valueOf(await app.client.request('host.printPdf', { uid, version: 1 }))
    const log = await app.log()
    const page = log.filter(({ what }) => what === 'window')[1]?.details
    expect(page).toMatchObject({ show: false })
    const { webPreferences } = page as { webPreferences: Record<string, unknown> }
    expect(webPreferences).toMatchObject({ partition: 'offprint', preload: '', javascript: false, sandbox: true })
    const { contentBase } = valueOf(await app.client.request('host.capabilities', {}))
    const address = `${contentBase}print/${uid}/1`
    expect(address.startsWith('app://bundle/c/')).toBe(true)
    const printed = log.find(({ what }) => what === 'printToPDF')?.details
    expect(printed).toMatchObject({
      url: address,
      options: { generateDocumentOutline: true, generateTaggedPDF: true, displayHeaderFooter: true, pageSize: 'A4' },
    })
    expect(JSON.stringify(printed)).toContain('pageNumber')
    expect(log.map(({ what }) => what)).toContain('destroy')
    const served = await app.fetch(address)
    const article = valueOf(await app.client.request('article.get', { uid, version: null }))
    const number = article.versions[0]?.renditions[0]?.number ?? 0
    const reader = await app.fetch(`${contentBase}article/${uid}/1/${String(number)}`)
    expect(served.headers).toEqual(reader.headers)
    expect(reader.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await app.fetch(`${contentBase}print/${uid}/9`)).status).toBe(404)
  })

  it('prints nothing when the person changes their mind, or the article is not there', async () => {
    const { app, uid } = await withArticle()
    expect(valueOf(await app.client.request('host.printPdf', { uid, version: null }))).toEqual({ file: null })
    const dialog = (await app.log()).find(({ what }) => what === 'save dialog')?.details
    expect(dialog).toMatchObject({ defaultPath: join(app.home, 'paths/documents/L’eau.pdf') })
    const gone = errorOf(await app.client.request('host.printPdf', { uid, version: 7 }))
    expect(gone.code).toBe('archive/version-not-found')
    expect((await app.log()).map(({ what }) => what)).not.toContain('printToPDF')
  })

  it('says why nothing was written, and leaves nothing', async () => {
    const { app, uid } = await withArticle({ FAKE_ELECTRON_PRINT: 'fails' })
    const { folder } = await saveTo(app, 'a.pdf')
    const failed = errorOf(await app.client.request('host.printPdf', { uid, version: null }))
    expect([failed.code, failed.details]).toEqual([
      'host/pdf-not-made',
      { cause: 'Failed to generate PDF: Printing failed' },
    ])
    expect(readdirSync(folder)).toEqual([])
    expect((await app.log()).map(({ what }) => what)).toContain('destroy')
  })

  it('says that a folder cannot be written to', async () => {
    const { app, uid } = await withArticle()
    const { file } = await saveTo(app, 'missing/a.pdf')
    const failed = errorOf(await app.client.request('host.printPdf', { uid, version: null }))
    expect([failed.code, failed.details]).toEqual(['export/not-writable', { path: file, reason: 'ENOENT' }])
  })
})
