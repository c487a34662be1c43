/** What the reader shows: the clean text, the original as it came, or one beside the other. */
export type ReaderMode = 'reader' | 'original' | 'both'
