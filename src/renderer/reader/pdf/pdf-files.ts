import jbig2 from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url'
import 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'

/** Where the decoders of scanned pages lie (JBIG2, fax, JPEG 2000), which pdf.js asks for by their names. */
export const PDF_DECODERS = new URL('.', new URL(jbig2, document.baseURI)).href

/**
 * Fonts and character maps that PDFs may take for granted, which come with pdf.js; each a file of the window with an
 * address of its own, loaded when a PDF asks for it.
 */
const FILES = import.meta.glob<string>(
  [
    '../../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  ],
  { query: '?url', import: 'default', eager: true },
)
const ADDRESSES = new Map(Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]))

/** How pdf.js asks for such a file (`BinaryDataFactory` of its API). */
// eslint-disable-next-line no-restricted-syntax -- pdf.js takes a class
export class PdfFiles {
  /** The bytes of a file by its name; a PDF that names another is told so and drawn without. */
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = ADDRESSES.get(filename)
    if (url === undefined) throw new Error(`no such file: ${filename}`)
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`could not be read: ${filename}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}
