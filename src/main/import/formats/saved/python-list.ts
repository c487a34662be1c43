/** Texts of a list as Python writes it: `['a', "b's"]`. What is no list is one text; blank is none. */
export function parsePythonList(text: string | null): readonly string[] {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text ?? '')?.[1]
  if (inner === undefined) return text === null || text.trim() === '' ? [] : [text.trim()]
  return [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
