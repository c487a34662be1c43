/**
 * The key under which a name of a tag or collection is compared: compatibility forms unified (NFKC), case folded,
 * white space collapsed. Marks stay: `resume` and `résumé` are two names. Folding a key again changes nothing.
 */
export function foldName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      // The two letters whose lower case depends on where they stand or on how the capital was written.
      .replaceAll('ς', 'σ')
      .replaceAll('ß', 'ss')
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
  )
}
