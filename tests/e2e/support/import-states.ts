import { composeArticle } from '../../../bench/corpus/compose-article.ts'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import type { ShownView } from '../../../scripts/window/shown-views.ts'
import { dropFiles } from './drop-files.ts'
import type { Program } from './program.ts'

/** Enough that an import of them is seen running. */
const ITEMS = 2_000

/** An import that is still running, from the first-run view. */
export function importRunning(program: Program): ShownView {
  return {
    name: 'import, running',
    show: async (page) => {
      const lines = Array.from({ length: ITEMS }, (_, index) => {
        const { title, text } = composeArticle({ ...STANDARD_CORPUS, words: 120 }, index).article
        return JSON.stringify({ title: `${title} ${index}`, text })
      })
      await dropFiles(page, [program.file('many.jsonl', `${lines.join('\n')}\n`)])
      await page.getByRole('button', { name: /^Stop/ }).first().waitFor()
    },
  }
}

/** The same import, ended. */
export const importDone: ShownView = {
  name: 'import, done',
  show: async (page) => {
    await page.getByText('The import is complete').waitFor({ timeout: 120_000 })
  },
}
