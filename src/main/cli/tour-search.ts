import { printAnswer } from './print-answer.ts'
import type { TourWalk } from './tour-steps.ts'

/** Lets a person search the sample by hand until an empty line. */
export async function searchByHand(
  { core, output }: TourWalk,
  ask: (prompt: string) => Promise<string>,
): Promise<void> {
  output.line('\nSearch the sample yourself: words, "phrases", -without, title:…, lang:de (empty line to end)')
  for (;;) {
    const query = (await ask('search: ')).trim()
    if (query === '') return
    const answer = await core.client.request('article.search', { query, match: 'all', limit: 5, offset: 0 })
    if (answer.ok) printAnswer(output, answer.value, { explain: true, offset: 0 })
    else output.failure(answer.error)
  }
}
