import type { ArticleFacts, RenditionContent } from '../../shared/model/rendition.ts'
import { bodyText, NOT_BODY } from '../../shared/text/body-text.ts'
import type { Analyse } from '../archive/ports/analyse.ts'
import type { PreparedArticle } from '../archive/prepared-article.ts'
import type { WrittenArticle } from './clean/written-article.ts'
import { countWords } from './enrich/count-words.ts'
import { fingerprintOf } from './enrich/fingerprint.ts'
import { directionOf } from './language/direction-of.ts'
import { cleanFacts } from './steps/clean-names.ts'
import type { FoundContent } from './steps/extract-content.ts'
import type { PictureKeeper } from './steps/keep-pictures.ts'
import { mergeFacts } from './steps/merge-facts.ts'
import { packRendition } from './steps/pack-rendition.ts'
import { searchableText } from './steps/searchable-text.ts'

/** Written text, with what was found of it and the pictures that it shows. */
export interface WrittenText {
  readonly found: Pick<FoundContent, 'stated' | 'extracted'>
  readonly written: WrittenArticle
  readonly pictures: Pick<PictureKeeper, 'blobOf' | 'first'>
}

/** What an article's text becomes: the rendition packed, its index entry, its facts. */
export interface PreparedText extends Pick<PreparedArticle, 'rendition' | 'analysed'> {
  readonly facts: ArticleFacts
}

/** Enriches, analyses and packs a text that is written. */
export function prepareWrittenText({ found, written, pictures }: WrittenText, analyse: Analyse): PreparedText {
  const { extracted } = found
  const body = bodyText(written.text, written.parts, NOT_BODY)
  const facts = cleanFacts(mergeFacts(found.stated, extracted.facts, body))
  const content: RenditionContent = {
    ...facts,
    ...written,
    words: countWords(body),
    direction: directionOf(facts.language, body),
    captions: extracted.captions,
    asides: extracted.asides,
    leadImage: pictures.blobOf(extracted.leadImageUrl) ?? pictures.first(),
  }
  const { extractor, extractorVersion } = extracted
  return {
    facts,
    rendition: packRendition(content, { extractor, extractorVersion, fingerprint: fingerprintOf(body) }),
    analysed: analyse(searchableText(facts, written.text, written.parts)),
  }
}
