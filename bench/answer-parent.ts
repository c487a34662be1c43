/** Measures what it is given. */
type Measure<Input, Output> = (input: Input) => Promise<Output> | Output

/** The other end of `inProcess`: measures what the parent asks for, answers, and lets the process end. */
export function answerParent<Input, Output>(measure: Measure<Input, Output>): void {
  process.once('message', (message: { readonly input: Input }) => {
    void answer(message.input, measure)
  })
}

async function answer<Input, Output>(input: Input, measure: Measure<Input, Output>): Promise<void> {
  try {
    const output = await measure(input)
    // The channel closes at once: an answer of megabytes would not be through it yet.
    await new Promise((sent) => process.send?.({ output }, sent))
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  } finally {
    process.disconnect()
  }
}
