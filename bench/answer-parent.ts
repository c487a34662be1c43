/** The other end of `inProcess`: measures what the parent asks for, answers, and lets the process end. */
export function answerParent<Input, Output>(measure: (input: Input) => Promise<Output> | Output): void {
  process.once('message', (message: { readonly input: Input }) => {
    void answer(message.input, measure)
  })
}

async function answer<Input, Output>(input: Input, measure: (input: Input) => Promise<Output> | Output): Promise<void> {
  try {
    process.send?.({ output: await measure(input) })
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  } finally {
    process.disconnect()
  }
}
