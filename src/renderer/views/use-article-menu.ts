import { BookOpen, CircleCheck, CircleDot, FolderPlus, Info, Share, Star, StarOff, Tag, Trash2 } from '@lucide/vue'
import { computed, type Component, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CommandId } from '../commands/command-list.ts'
import { canRun } from '../commands/running.ts'
import type { MenuEntry } from '../components/kit/menu-entry.ts'
import { keysOf } from '../keys-of.ts'
import { useLibrary } from '../stores/library.ts'

/** The menu of the selected articles of the list: what can be done to them now. */
export function useArticleMenu(): ComputedRef<readonly MenuEntry<CommandId>[]> {
  const { t } = useI18n()
  const library = useLibrary()

  const item = (id: CommandId, icon: Component, label = t(`commands.${id}`)): MenuEntry<CommandId> => ({
    kind: 'item',
    id,
    icon,
    label,
    keys: keysOf(id),
    danger: id === 'trash',
  })

  return computed(() => {
    const row = library.activeRow
    const isStarred = row?.starred === true
    const isRead = row?.state === 'read'
    const items: readonly MenuEntry<CommandId>[] = [
      item('open', BookOpen),
      { kind: 'separator' },
      item('star', isStarred ? StarOff : Star, t(isStarred ? 'library.unstar' : 'library.star')),
      item('markRead', isRead ? CircleDot : CircleCheck, t(isRead ? 'library.markUnread' : 'library.markRead')),
      item('tag', Tag),
      item('collect', FolderPlus),
      { kind: 'separator' },
      item('export', Share),
      item('details', Info),
      { kind: 'separator' },
      item('trash', Trash2),
    ]
    return tidy(items.filter((entry) => entry.kind !== 'item' || canRun(entry.id)))
  })
}

/** Without separators that separate nothing. */
function tidy(entries: readonly MenuEntry<CommandId>[]): readonly MenuEntry<CommandId>[] {
  return entries.filter(({ kind }, index) => {
    const next = entries[index + 1]
    return kind !== 'separator' || (index > 0 && next !== undefined && next.kind !== 'separator')
  })
}
