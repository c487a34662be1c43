/** Names the address of the folder in which a release's `latest*.yml` will lie. */
export const FEED_VARIABLE = 'OFFPRINT_UPDATES'

/**
 * What electron-builder is told so that the package knows where to ask for updates, and `latest*.yml` is written. Nothing
 * without an address: such a package asks nobody. Throws for an address without https, which the program would not ask.
 */
export function updateFeedArguments(environment: NodeJS.ProcessEnv): readonly string[] {
  const address = environment[FEED_VARIABLE] ?? ''
  if (address === '') return []
  if (URL.parse(address)?.protocol !== 'https:') throw new Error(`${FEED_VARIABLE} has to begin with https://`)
  return ['-c.publish.provider=generic', `-c.publish.url=${address}`]
}
