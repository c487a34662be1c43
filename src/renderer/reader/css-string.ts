/** A text as a CSS string; line breaks and control characters, which would end it, become spaces. */
export function cssString(text: string): string {
  const line = text.replaceAll(/[\u0000-\u0020\u007f]+/g, ' ').trim()
  return `"${line.replaceAll(/["\\]/g, '\\$&')}"`
}
