/** Decides whether an address may be opened outside; the person has the word. */
export type ConfirmOutside = (address: string) => Promise<boolean>

/**
 * Asks once in a run about every site and every recipient, whatever the window asked before: a page that got past all
 * walls could not send anything out by links. `ask` shows where it leads and answers what the person says.
 */
export function createConfirmOutside(ask: ConfirmOutside): ConfirmOutside {
  const confirmed = new Set<string>()
  return async (address) => {
    const { protocol, host, pathname } = new URL(address)
    const where = `${protocol}${protocol === 'mailto:' ? pathname : host}`
    if (confirmed.has(where)) return true
    const may = await ask(address)
    if (may) confirmed.add(where)
    return may
  }
}
