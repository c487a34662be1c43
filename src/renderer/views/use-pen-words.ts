import { useI18n } from 'vue-i18n'
import type { HighlightColor } from '../../shared/model/annotation.ts'
import { usePens } from '../stores/pens.ts'

/** What a pen is called: as the person named it, else by its colour. */
export function usePenWords(): (color: HighlightColor) => string {
  const { t } = useI18n()
  const pens = usePens()
  return (color) => pens.names[color] ?? t(`pens.${color}`)
}
