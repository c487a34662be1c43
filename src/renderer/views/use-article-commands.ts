import type { ArticleSelection } from '../../shared/model/selection.ts'
import type { ReadingState } from '../../shared/model/article.ts'
import { provideCommands } from '../commands/running.ts'
import { useOrganise } from './use-organise.ts'

/** The articles that commands are for, and what is so of the one that decides what turning over means. */
export interface CommandTarget {
  readonly selection: ArticleSelection
  readonly starred: boolean
  readonly state: ReadingState
}

/** Star, reading state and Trash for the articles at hand; null = there are none now. */
export function useArticleCommands(target: () => CommandTarget | null): void {
  const organise = useOrganise()
  const can = (): boolean => target() !== null
  const withTarget = (act: (found: CommandTarget) => void) => ({
    can,
    run: () => {
      const found = target()
      if (found !== null) act(found)
    },
  })

  provideCommands({
    star: withTarget(({ selection, starred }) => {
      void organise(selection, { kind: 'mark', state: null, starred: !starred })
    }),
    markRead: withTarget(({ selection, state }) => {
      void organise(selection, { kind: 'mark', state: state === 'read' ? 'unread' : 'read', starred: null })
    }),
    trash: withTarget(({ selection }) => {
      void organise(selection, { kind: 'trash', trashed: true })
    }),
  })
}
