import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type * as PdfJs from 'pdfjs-dist'
import { appError } from '../../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'

const load = createRequire(import.meta.url)

/** An open document; `destroy` it when done. */
export type PdfDocument = PdfJs.PDFDocumentProxy

/**
 * Opens a PDF for its text: nothing is drawn, nothing of it runs, nothing is fetched. Errors: `import/encrypted`,
 * `import/malformed`.
 */
export async function openPdf(bytes: Uint8Array, path: string): Promise<Result<PdfDocument>> {
  const { getDocument } = await loadPdfJs()
  const folder = dirname(load.resolve('pdfjs-dist/package.json'))
  // The library takes the bytes away with it; the original is still needed.
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
  })
  try {
    return ok(await task.promise)
  } catch (error) {
    await task.destroy()
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') return err(appError('import/encrypted', { path }))
    const reason = error instanceof Error ? error.message : String(error)
    return err(appError('import/malformed', { path, reason: `the PDF is damaged (${reason})` }))
  }
}

let library: Promise<typeof PdfJs> | undefined

/** Loaded with the first PDF: it takes a third of a second and 40 MB. */
function loadPdfJs(): Promise<typeof PdfJs> {
  library ??= (async () => {
    // What the library would draw with; it asks for it as soon as it is loaded, and text needs none of it.
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
      if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true })
    }
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })()
  return library
}
