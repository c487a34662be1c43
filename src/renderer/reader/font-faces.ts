/**
 * The `@font-face` rules of a window's style sheets with absolute addresses, so that a frame of the same origin shows the
 * same faces. A face without use is not fetched.
 */
export function fontFacesOf(document: Document): string {
  return [...document.styleSheets, ...document.adoptedStyleSheets]
    .flatMap((sheet) => rulesOf(sheet).map((rule) => absolute(rule.cssText, sheet.href ?? document.baseURI)))
    .join('\n')
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  return [...sheet.cssRules].filter((rule) => rule.constructor.name === 'CSSFontFaceRule')
}

function absolute(rule: string, base: string): string {
  return rule.replaceAll(/url\("([^"]+)"\)/g, (_, address: string) => `url("${new URL(address, base).href}")`)
}
