import { join } from 'node:path'
import { app, type BrowserWindow, type PrintToPDFOptions, type Session } from 'electron'
import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { safeFileName } from '../../../shared/text/file-name.ts'
import type { HostHandlers } from '../../ipc/host-dispatcher.ts'
import { translateWriteError } from '../../files/translate-write-error.ts'
import { writeWholeFile } from '../../files/write-whole-file.ts'
import type { AskInternal } from '../../ipc/internal-requests.ts'
import { choosePdfFile } from './dialogs.ts'
import { makeHiddenPage } from './window.ts'

/** What articles are printed by. */
export interface PrintParts {
  readonly session: Session
  readonly content: AskInternal
  /** Begins the router's addresses of content. */
  readonly contentBase: string
  readonly window: () => BrowserWindow | null
}

/** How long a page may take to be laid out and printed, milliseconds; a book takes seconds. */
const TIME = 120_000

/** Countries whose paper is Letter; the others have A4. */
const LETTER: ReadonlySet<string> = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'CR',
  'GT',
  'PA',
  'SV',
  'VE',
  'DO',
  'PR',
])

const FOOTER =
  '<div style="inline-size: 100%; text-align: center; font: 8px sans-serif; color: #444">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/** Answers requests to print: asks where to, prints, and writes the file whole. */
export function createPdfPrinter(parts: PrintParts): HostHandlers['host.printPdf'] {
  return async ({ uid, version }) => {
    const article = await parts.content('content.article', { uid, version })
    if (!article.ok) return article
    const over = parts.window()
    const start = join(app.getPath('documents'), safeFileName(displayTitle(article.value), '.pdf'))
    const file = over === null ? null : await choosePdfFile(over, start)
    if (file === null) return ok({ file })
    const address = `${parts.contentBase}print/${uid}/${version === null ? 'current' : String(version)}`
    const printed = await printPage(parts.session, address)
    if (!printed.ok) return printed
    try {
      await writeWholeFile(file, printed.value)
      return ok({ file })
    } catch (error) {
      return err(translateWriteError(error, file))
    }
  }
}

/** Prints what the router serves at an address, in a page that nobody sees. */
async function printPage(session: Session, address: string): Promise<Result<Uint8Array>> {
  const page = makeHiddenPage(session)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new Error('it took too long'))
  }, TIME)
  try {
    const print = page.loadURL(address).then(() => page.webContents.printToPDF(options()))
    return ok(await Promise.race([print, late.promise]))
  } catch (error) {
    return err(appError('host/pdf-not-made', { cause: error instanceof Error ? error.message : String(error) }))
  } finally {
    clearTimeout(timer)
    page.destroy()
  }
}

function options(): PrintToPDFOptions {
  return {
    pageSize: LETTER.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
    margins: { top: 0.8, bottom: 0.8, left: 0.8, right: 0.8 },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}
