import { CharClass, charClass } from './char-class.ts'

/** Names as people compare them when they remember only a part: without case, marks and kinds of apostrophe. */
function foldLoosely(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim()
}

function isWordAt(text: string, at: number): boolean {
  const point = text.codePointAt(at)
  return point !== undefined && charClass(point) === CharClass.word
}

/** Whether no word goes on across this place; scripts without spaces between words have a border everywhere. */
function isBorder(text: string, at: number): boolean {
  const before = at > 1 && text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) <= 0xdfff ? at - 2 : at - 1
  return at === 0 || at === text.length || !isWordAt(text, before) || !isWordAt(text, at)
}

/**
 * Makes the test whether a name is the given one or holds it as whole words: `washington post` is in `The Washington
 * Post`, `post` is not in `Postimees`. An empty value is in no name.
 */
export function createNameTest(value: string): (name: string) => boolean {
  const wanted = foldLoosely(value)
  return (name) => {
    const folded = foldLoosely(name)
    for (let at = folded.indexOf(wanted); at >= 0 && wanted !== ''; at = folded.indexOf(wanted, at + 1)) {
      if (isBorder(folded, at) && isBorder(folded, at + wanted.length)) return true
    }
    return false
  }
}
