/** Text on a page: where its baseline begins, in points from the lower left corner. */
export interface PdfText {
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly text: string
  /** Quarter turns to the left. */
  readonly turned?: number
}

/** Lines of text one below the other. */
export function pdfLines(lines: readonly string[], place: Omit<PdfText, 'text'>, leading = 14): readonly PdfText[] {
  return lines.map((text, index) => ({ ...place, y: place.y - index * leading, text }))
}

/** A PDF of these pages (US letter, Helvetica), with entries of its information dictionary. */
export function aPdf(pages: readonly (readonly PdfText[])[], info: Readonly<Record<string, string>> = {}): Uint8Array {
  const objects: string[] = ['', '']
  const kids: string[] = []
  const font = objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const page of pages) {
    const content = page.map(drawn).join('\n')
    const stream = objects.push(`<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`)
    const resources = `/Resources << /Font << /F ${String(font)} 0 R >> >>`
    kids.push(
      `${String(objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${resources} /Contents ${String(stream)} 0 R >>`))} 0 R`,
    )
  }
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[1] = `<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids.join(' ')}] >>`
  const entries = Object.entries(info).map(([name, value]) => `/${name} (${escaped(value)})`)
  const about = objects.push(`<< ${entries.join(' ')} >>`)
  return assembled(objects, about)
}

/** A file of these objects, the first of which is its catalogue; `about` is the number of its information dictionary. */
export function assembled(objects: readonly string[], about: number): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = `/Size ${String(objects.length + 1)} /Root 1 0 R /Info ${String(about)} 0 R`
  const end = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer\n<< ${size} >>\nstartxref\n${String(file.length)}\n%%EOF`
  return new Uint8Array(Buffer.from(file + end, 'latin1'))
}

const TURNS = ['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0'] as const

function drawn({ x, y, size = 10, text, turned = 0 }: PdfText): string {
  return `BT /F ${String(size)} Tf ${TURNS[turned] ?? TURNS[0]} ${String(x)} ${String(y)} Tm (${escaped(text)}) Tj ET`
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
