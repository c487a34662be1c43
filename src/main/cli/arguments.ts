import { InvalidArgumentError } from 'commander'

/** A whole number from 0, or a clear refusal. */
export function parseCount(text: string): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) throw new InvalidArgumentError('Give a whole number from 0.')
  return count
}

/** One of some words, or a refusal that lists them. */
export function parseChoice<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((one) => one === text)
    if (choice === undefined) throw new InvalidArgumentError(`Choose one of: ${choices.join(', ')}.`)
    return choice
  }
}

/** A path that names something: an empty one is a script's variable that was never set. */
export function parsePath(text: string): string {
  if (text === '') throw new InvalidArgumentError('The name is empty.')
  return text
}

/** A uid as pasted, without the blanks around it. */
export function parseUid(text: string): string {
  return text.trim()
}

/** A port of this computer; 0 = any that is free. */
export function parsePort(text: string): number {
  const port = parseCount(text)
  if (port > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.')
  return port
}
