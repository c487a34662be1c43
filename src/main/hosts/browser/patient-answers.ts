import { MOST_REQUESTS } from '../../../shared/ipc/lane.ts'

/** The end of a pipe, as far as pausing it goes. */
export interface PausablePipe {
  readonly pause: () => void
  readonly resume: () => void
}

/** Answers a message; resolves when its answer has left this process. */
export type AnswerMessage<Message> = (message: Message) => Promise<void>

/**
 * Answers messages as they come, so many at once. A window that asks faster than it takes its answers is read no further
 * until it has taken some: nothing is refused and nothing dropped, and what it has not been read waits on its side.
 */
export function answerPatiently<Message>(
  pipe: PausablePipe,
  answer: AnswerMessage<Message>,
): (message: Message) => void {
  // What came in one piece with the message that was one too many.
  const waiting: Message[] = []
  let underWay = 0

  function begin(message: Message): void {
    underWay += 1
    void answer(message).finally(() => {
      underWay -= 1
      const next = waiting.shift()
      if (next !== undefined) begin(next)
      else if (underWay < MOST_REQUESTS) pipe.resume()
    })
  }

  return (message) => {
    if (underWay < MOST_REQUESTS) begin(message)
    else waiting.push(message)
    if (underWay >= MOST_REQUESTS) pipe.pause()
  }
}
