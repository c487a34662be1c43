const separator = /\s*[;,、،&•]\s*|\s(?:and|und|et|y|e|en|och|og|i|и|і|та|with|mit|avec)\s|\sو\s?/gu
// What people are, not what they are called; stands behind or instead of a name.
const role =
  /\b(?:writers?|reporters?|correspondents?|editors?|staff|columnist|contributor|producer|critic|special to|redakt\p{L}*|korrespondent\p{L}*|journalist\p{L}*|rédact\p{L}*|envoyé\p{L}*|корреспондент\p{L}*|журналіст\p{L}*)(?![\p{L}])/iu
const place = /\s+(?:in|from|at|aus|à|in der|for|für|pour|via|из|в|у|з)\s+\p{Lu}.*$/u
const capitalised =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}'’·.-]*|de|del|della|der|den|di|du|da|dos|la|le|van|von|zu|al|el|bin|ibn|ter|ten|the|of)$/u

/**
 * Reads the names in a byline's list: "Ana Ruiz, staff writer, and Bo Li in Lima" names Ana Ruiz and Bo Li. null when
 * a part of it is neither a name nor what someone is: then it is no list of names at all.
 */
export function parseNames(list: string): readonly string[] | null {
  const names: string[] = []
  for (const part of list
    .slice(0, 300)
    .replace(/\([^)]*\)/gu, '')
    .split(separator)) {
    const text = part.replace(/[.:]$/u, '').trim()
    if (text === '' || role.test(text) || /^\S+@\S+$/u.test(text)) continue
    const name = text.replace(place, '').trim()
    if (!isName(name)) return null
    names.push(name)
  }
  return names.length === 0 ? null : names
}

/** Whether a text has the shape of a name: one to five capitalised words and no figures. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/u)
  return (
    text.length <= 60 &&
    words.length <= 5 &&
    !/\d/u.test(text) &&
    words.every((word) => capitalised.test(word)) &&
    /^[\p{Lu}\p{Lo}]|^the\s/u.test(text)
  )
}

/** Whether a text has the shape of a person's full name: two to four words, in a script with capitals. */
export function isFullName(text: string): boolean {
  const words = text.split(/\s+/u).length
  return words >= 2 && words <= 4 && isName(text) && !/\p{Lo}/u.test(text) && !/\b(?:the|of)\b/iu.test(text)
}
