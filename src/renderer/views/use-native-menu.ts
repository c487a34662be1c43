import { useDebounceFn } from '@vueuse/core'
import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { MenuGroup } from '../../shared/ipc/host-contract.ts'
import { theHost } from '../api.ts'
import { COMMAND_GROUPS, COMMANDS } from '../commands/command-list.ts'
import type { ParsedKeys } from '../commands/parse-keys.ts'
import { canRun, runChosen } from '../commands/running.ts'

/** How long the menu waits for more to change, in milliseconds: a view that opens provides its commands one by one. */
const SETTLED = 150

/** Where the host has a menu bar: shows it THE list of commands, and does what is chosen there. */
export function useNativeMenu(): void {
  const { client, capabilities } = theHost()
  if (!capabilities.nativeMenus) return
  const { t } = useI18n()

  const groups = computed<readonly MenuGroup[]>(() =>
    COMMAND_GROUPS.map((group) => ({
      label: t(`settings.group.${group}`),
      items: COMMANDS.filter((command) => command.group === group).map(({ id, keys: [keys] }) => ({
        id,
        label: t(`commands.${id}`),
        keys: keys === undefined ? null : written(keys),
        enabled: canRun(id),
      })),
    })),
  )
  const show = useDebounceFn(() => client.request('host.setMenu', { groups: groups.value }), SETTLED)
  watch(groups, () => void show())

  const ends: (() => void)[] = []
  onMounted(() => {
    ends.push(client.on('host.command', ({ id }) => runChosen(id)))
    void show()
  })
  onBeforeUnmount(() => ends.forEach((end) => end()))
}

/** Keys as the list of commands writes them. */
function written(keys: ParsedKeys): string {
  return keys
    .map(
      ({ key, mod, shift }) =>
        `${shift ? 'Shift+' : ''}${mod ? 'Mod+' : ''}${key.length === 1 ? key.toUpperCase() : key}`,
    )
    .join(' ')
}
