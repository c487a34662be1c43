/** Cuts a stream of items into batches by number and by time. */
export interface BatchReader<Item> {
  /**
   * The next items: at least one, at most `most`, as many as come within the time after the first; undefined at the end.
   */
  readonly take: () => Promise<readonly Item[] | undefined>
}

/** How large a batch may be, and how long (milliseconds) its first item may wait for others. */
export interface BatchLimits {
  readonly most: number
  readonly milliseconds: number
}

/**
 * Reads batches from an iterator. When time is up in the middle of waiting for an item, the item is not lost: it
 * begins the next batch.
 */
export function createBatchReader<Item>(items: AsyncIterator<Item>, limits: BatchLimits): BatchReader<Item> {
  let pending: Promise<IteratorResult<Item>> | undefined
  const next = (): Promise<IteratorResult<Item>> => (pending ??= items.next())

  const take = async (): Promise<readonly Item[] | undefined> => {
    const batch: Item[] = []
    let timer: NodeJS.Timeout | undefined
    let timeUp: Promise<undefined> | undefined
    try {
      while (batch.length < limits.most) {
        const arrived = await (timeUp === undefined ? next() : Promise.race([next(), timeUp]))
        if (arrived === undefined) break
        if (arrived.done === true) break
        pending = undefined
        batch.push(arrived.value)
        timeUp ??= new Promise((resolve) => {
          timer = setTimeout(resolve, limits.milliseconds, undefined)
        })
      }
    } finally {
      clearTimeout(timer)
    }
    return batch.length > 0 ? batch : undefined
  }
  return { take }
}
