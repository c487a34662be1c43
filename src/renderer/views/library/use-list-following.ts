import { onBeforeUnmount, onMounted } from 'vue'
import { theHost } from '../../api.ts'
import { useLibrary } from '../../stores/library.ts'

/** Least time between two readings, milliseconds: an import changes the archive many times a second. */
const PAUSE = 400

/** Reads the list again whenever the archive changes, and once at the beginning, as it may have changed meanwhile. */
export function useListFollowing(): void {
  const library = useLibrary()
  let timer: ReturnType<typeof setTimeout> | null = null
  let last = 0

  function soon(): void {
    timer ??= setTimeout(
      () => {
        timer = null
        last = Date.now()
        void library.renew()
      },
      Math.max(0, last + PAUSE - Date.now()),
    )
  }

  let end = (): void => undefined
  onMounted(() => {
    if (library.total !== null) soon()
    end = theHost().client.on('archive.changed', soon)
  })
  onBeforeUnmount(() => {
    end()
    if (timer !== null) clearTimeout(timer)
  })
}
