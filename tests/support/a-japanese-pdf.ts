import { assembled } from './a-pdf.ts'

/**
 * A PDF of one line in a Japanese font that is not in it: its letters are known only by the character maps that a reader of
 * PDFs brings along (`90ms-RKSJ-H`, `Adobe-Japan1-UCS2`). Letters as Shift JIS, in hexadecimal digits.
 */
export function aJapanesePdf(letters: string): Uint8Array {
  const content = `BT /F 12 Tf 72 700 Td <${letters}> Tj ET`
  return assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 4 0 R >> >> /Contents 7 0 R >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light-90ms-RKSJ-H /Encoding /90ms-RKSJ-H /DescendantFonts [5 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>',
      '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /ItalicAngle 0 /Ascent 723 /Descent -241 /CapHeight 709 /StemV 69 /FontBBox [-170 -331 1024 903] >>',
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      '<< /Title (Japanese) >>',
    ],
    8,
  )
}
