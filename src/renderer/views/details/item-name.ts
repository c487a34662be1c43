/** Where the browser host puts files that were handed over: `scratch`, a folder of the run, a folder of the import. */
const HANDED_OVER = /^.*[/\\]offprint[/\\]scratch[/\\][^/\\]+[/\\][0-9a-f-]{36}[/\\]/i

/** An item's path as its owner knows it: handed-over files lay where nobody has ever been. */
export function itemName(path: string): string {
  return path.replace(HANDED_OVER, '')
}
