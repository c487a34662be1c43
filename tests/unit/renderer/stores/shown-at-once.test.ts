import { expect, test } from 'vitest'
import { nextTick, shallowRef, watch } from 'vue'
import { createShownAtOnce } from '../../../../src/renderer/stores/shown-at-once.ts'
import type { AnnotationUid } from '../../../../src/shared/model/identity.ts'
import { ok } from '../../../../src/shared/result.ts'

test('what was answered takes the place of what was shown in one moment', async () => {
  const stored = shallowRef(0)
  const { pending, whileShown } = createShownAtOnce()
  const seen: number[] = []
  watch(
    () => stored.value + pending.value.length,
    (shown) => seen.push(shown),
  )
  await whileShown(
    { kind: 'remove', uid: 'one' as string as AnnotationUid },
    async () => {
      await nextTick()
      return ok(1)
    },
    (answer) => (stored.value = answer),
  )
  await nextTick()
  expect(seen).toEqual([1])
})
