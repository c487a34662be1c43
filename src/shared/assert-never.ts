/** The end of an exhaustive `switch`: a union with a new member no longer compiles here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
