import { watchDebounced } from '@vueuse/core'
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { COMMANDS, type CommandGroup, type CommandId } from '../../commands/command-list.ts'
import { canRun } from '../../commands/running.ts'
import { useOverview } from '../../stores/overview.ts'
import { usePalette, type PaletteWish } from '../../stores/palette.ts'
import { paletteGroups, type CommandChoice, type PaletteGroup } from './palette-entries.ts'
import { fieldQuery, readTyped, type Typed } from './read-typed.ts'

/** How long typing rests before the archive is asked, milliseconds. */
const REST = 90

/** Steps through lists and panes have no sense from here. */
const LEFT_OUT: ReadonlySet<CommandId> = new Set([
  'palette',
  'nextPane',
  'previousPane',
  'nextArticle',
  'previousArticle',
  'pageDown',
])
const OF_THE_WINDOW: ReadonlySet<CommandGroup> = new Set(['go', 'window'])

/** The palette's lines for what is typed: commands at once, articles and counts when the archive has answered. */
export function usePaletteGroups(text: Readonly<Ref<string>>): {
  readonly groups: ComputedRef<readonly PaletteGroup[]>
  readonly typed: ComputedRef<Typed>
} {
  const { t } = useI18n()
  const overview = useOverview()
  const palette = usePalette()
  const typed = computed(() => readTyped(text.value))
  // What can be run where the palette was opened; asked once, while the focus is still known to the views.
  const commands = shallowRef<readonly CommandChoice[]>(
    COMMANDS.filter(({ id }) => !LEFT_OUT.has(id) && canRun(id)).map(({ id, group }) => ({
      id,
      label: t(`commands.${id}`),
      here: !OF_THE_WINDOW.has(group),
    })),
  )

  const groups = computed(() => {
    const { articles, count } = palette.findings
    const archive = overview.facts
    const author = fieldQuery('by', typed.value.words)
    return paletteGroups(typed.value, {
      commands: commands.value,
      articles,
      tags: archive?.tags ?? [],
      collections: archive?.collections ?? [],
      text: archive === null ? null : { query: typed.value.words, count },
      author: archive === null || author === null ? null : { query: author, count },
    })
  })

  watchDebounced(
    typed,
    (now) => {
      if (overview.facts !== null) void palette.look(wishOf(now))
    },
    { debounce: REST, immediate: true },
  )
  return { groups, typed }
}

function wishOf({ mode, words }: Typed): PaletteWish {
  const text = words === '' ? null : words
  if (mode === 'text') return { list: null, text, showsText: true }
  if (mode === 'author') return { list: fieldQuery('by', words), text: null, showsText: false }
  if (mode === 'tag') return { list: null, text: null, showsText: false }
  return { list: words === '' ? '' : fieldQuery('title', words), text, showsText: false }
}
