/** Names written with commas between them, each once; a leading # is not part of a tag. */
export function splitNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim().replace(/^#+\s*/, ''))
  return [...new Set(names.filter((name) => name !== ''))]
}

/** The steps of a collection's path, slashes between them. */
export function splitPath(text: string): readonly string[] {
  return text
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '')
}
