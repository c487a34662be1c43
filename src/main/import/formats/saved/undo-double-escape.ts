/**
 * Takes back one level of escaping from an address that was escaped twice, as by Karakeep's bookmark file: every escape
 * in it is one of a percent sign. An address that holds another escape is as it was.
 */
export function undoDoubleEscape(address: string): string {
  const escapes = address.match(/%.{0,4}/g) ?? []
  const isTwice = escapes.length > 0 && escapes.every((escape) => /^%25[\da-f]{2}$/i.test(escape))
  return isTwice ? address.replace(/%25(?=[\da-f]{2})/gi, '%') : address
}
