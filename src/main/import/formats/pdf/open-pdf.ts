import { createRequire, Module } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as PdfJs from 'pdfjs-dist'
import { appError } from '../../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { listPdfFiles, pdfFilesClass } from './pdf-files.ts'

const LIBRARY = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
/** Where the files of the built window lie, seen from the packages. */
const WINDOW = join(LIBRARY, '../../out/renderer/assets')

/** An open document; destroy its `loadingTask` when done. */
export type PdfDocument = PdfJs.PDFDocumentProxy

/**
 * Opens a PDF for its text: nothing is drawn, nothing of it runs, nothing is fetched. Errors: `import/encrypted`,
 * `import/malformed`.
 */
export async function openPdf(bytes: Uint8Array, path: string): Promise<Result<PdfDocument>> {
  const { getDocument } = await loadPdfJs()
  // The library takes the bytes away with it; the original is still needed.
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    BinaryDataFactory: (filesClass ??= pdfFilesClass(listPdfFiles(LIBRARY, WINDOW))),
  })
  try {
    return ok(await task.promise)
  } catch (error) {
    await task.destroy()
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') return err(appError('import/encrypted', { path, lock: 'with a password' }))
    const reason = error instanceof Error ? error.message : String(error)
    return err(appError('import/malformed', { path, reason: `the PDF is damaged (${reason})` }))
  }
}

let library: Promise<typeof PdfJs> | undefined
let filesClass: object | undefined

/** Loaded with the first PDF: it takes a third of a second and 40 MB. */
function loadPdfJs(): Promise<typeof PdfJs> {
  library ??= (async () => {
    // What the library would draw with; it asks for it as soon as it is loaded, and text needs none of it.
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
      if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true })
    }
    leaveOutCanvas()
    const pdfJs = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
    // Named, because the library would look for the form that is four times the size.
    pdfJs.GlobalWorkerOptions.workerSrc = pathToFileURL(join(LIBRARY, 'legacy/build/pdf.worker.min.mjs')).href
    return pdfJs
  })()
  return library
}

/**
 * Where the package to draw with is installed, the library loads it at once, and that maps every font of the computer: 45 MB
 * resident. An empty module of its name is found instead; who wants to draw gets an error.
 */
function leaveOutCanvas(): void {
  const asked = createRequire(join(LIBRARY, 'legacy/build/pdf.min.mjs'))
  try {
    const path = asked.resolve('@napi-rs/canvas')
    asked.cache[path] ??= Object.assign(new Module(path), { filename: path, loaded: true })
  } catch {
    // It is not installed, as in a package of the application.
  }
}
