import { arabic } from './arabic.ts'
import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { japanese } from './japanese.ts'
import type { LanguagePack } from './language-pack.ts'
import { russian } from './russian.ts'
import { ukrainian } from './ukrainian.ts'
import { undetermined } from './undetermined.ts'

/** Every language pack; a new one is a file of its own and a line here. */
const PACKS: readonly LanguagePack[] = [
  arabic,
  chinese,
  english,
  french,
  german,
  japanese,
  russian,
  ukrainian,
  undetermined,
]

const byLanguage: ReadonlyMap<string, LanguagePack> = new Map(PACKS.map((pack) => [pack.language, pack]))

/** The pack of a language (region and script subtags do not matter), `und` when there is none. */
export function packFor(language: string | null): LanguagePack {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? 'und'
  return byLanguage.get(primary) ?? undetermined
}

/** Languages under which each of these tokens stands for one word only. */
export function languagesExactFor(tokens: readonly string[]): readonly string[] {
  return PACKS.filter(({ exact }) => exact !== undefined && tokens.every((token) => exact.has(token))).map(
    ({ language }) => language,
  )
}
