/** An input or answer without content: `{}`, and nothing else fits. */
export type Nothing = Readonly<Record<string, never>>
