import { arabic } from './arabic.ts'
import { chinese } from './chinese.ts'
import { czech } from './czech.ts'
import { danish } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { finnish } from './finnish.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { greek } from './greek.ts'
import { hebrew } from './hebrew.ts'
import { hindi } from './hindi.ts'
import { hungarian } from './hungarian.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { korean } from './korean.ts'
import { norwegian } from './norwegian.ts'
import { persian } from './persian.ts'
import { polish } from './polish.ts'
import { portuguese } from './portuguese.ts'
import { romanian } from './romanian.ts'
import { russian } from './russian.ts'
import { spanish } from './spanish.ts'
import { swedish } from './swedish.ts'
import { turkish } from './turkish.ts'
import { ukrainian } from './ukrainian.ts'
import { undetermined } from './undetermined.ts'
import { vietnamese } from './vietnamese.ts'
import { indicPacks } from './indic.ts'
import type { LanguagePack } from './language-pack.ts'

/** Every language pack; a new one is a file of its own and a line here. */
const PACKS: readonly LanguagePack[] = [
  arabic,
  chinese,
  czech,
  danish,
  dutch,
  english,
  finnish,
  french,
  german,
  greek,
  hebrew,
  hindi,
  hungarian,
  italian,
  japanese,
  korean,
  norwegian,
  persian,
  polish,
  portuguese,
  romanian,
  russian,
  spanish,
  swedish,
  turkish,
  ukrainian,
  undetermined,
  vietnamese,
  ...indicPacks,
]

const byLanguage: ReadonlyMap<string, LanguagePack> = new Map(PACKS.map((pack) => [pack.language, pack]))

/** Subtags that mean a language of another subtag's pack: both kinds of Norwegian, and those that were renamed. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he' }

/** The pack of a language (region and script subtags do not matter), `und` when there is none. */
export function packFor(language: string | null): LanguagePack {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? 'und'
  return byLanguage.get(SAME_LANGUAGE[primary] ?? primary) ?? undetermined
}
