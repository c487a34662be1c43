/** Words as they stand at the beginning of a sentence, or of a line of their own. */
export function inSentence(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`
}
