/** A name by its letters and digits alone, in lower case and without marks: `Zoë O’Neill-Wu` and `zoe-oneill-wu` are one. */
export function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
