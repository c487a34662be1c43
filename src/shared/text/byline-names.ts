/** Names of a byline, which imports write with a comma between them: `Ann Lee, Bob Ray`. */
export function bylineNames(byline: string | null): readonly string[] {
  return byline === null ? [] : byline.split(', ').filter((name) => name !== '')
}
