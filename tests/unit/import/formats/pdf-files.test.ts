import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listPdfFiles, pdfFilesClass } from '../../../../src/main/import/formats/pdf/pdf-files.ts'

interface Files {
  fetch(wish: { readonly filename: string }): Promise<Uint8Array>
}

describe('files that PDFs take for granted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-pdf-files-'))
  const [library, window] = [join(folder, 'pdfjs-dist'), join(folder, 'assets')]
  mkdirSync(window)
  for (const name of ['Adobe-Japan1-UCS2-BL-4M2vS.bcmap', 'FoxitSerif-CPw-oZnZ.pfb', 'index-CPw0oZnZ.js']) {
    writeFileSync(join(window, name), name)
  }
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('are found among the files of the window where the library has none', async () => {
    const files = listPdfFiles(library, window)
    expect([...files.keys()].sort()).toEqual(['Adobe-Japan1-UCS2.bcmap', 'FoxitSerif.pfb'])
    const asked = new (pdfFilesClass(files) as new () => Files)()
    expect(Buffer.from(await asked.fetch({ filename: 'FoxitSerif.pfb' })).toString()).toBe('FoxitSerif-CPw-oZnZ.pfb')
    await expect(asked.fetch({ filename: '../index-CPw0oZnZ.js' })).rejects.toThrow('no such file')
  })

  it('are those of the library where it has them', () => {
    mkdirSync(join(library, 'cmaps'), { recursive: true })
    writeFileSync(join(library, 'cmaps', '90ms-RKSJ-H.bcmap'), '')
    expect([...listPdfFiles(library, window)]).toEqual([
      ['90ms-RKSJ-H.bcmap', join(library, 'cmaps', '90ms-RKSJ-H.bcmap')],
    ])
  })

  it('are nowhere where neither is', () => {
    expect(listPdfFiles(join(folder, 'a'), join(folder, 'b')).size).toBe(0)
  })
})
