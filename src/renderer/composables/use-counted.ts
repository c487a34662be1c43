import { useI18n } from 'vue-i18n'

/** Words with a number in them (`{n}`), in its plural form and with separators; `named` fills the other places. */
export type Counted = (key: string, count: number, named?: Readonly<Record<string, string>>) => string

/** Makes words for numbers. */
export function useCounted(): Counted {
  const { t, n } = useI18n()
  return (key, count, named = {}) => t(key, { ...named, n: n(count) }, count)
}
