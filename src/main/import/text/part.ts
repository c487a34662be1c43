import type { Block } from './block.ts'

/** What a block is for the article. Everything up to `utility` may stand in the header. */
export type Role =
  | 'masthead'
  | 'motto'
  | 'kicker'
  | 'meta'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'utility'
  | 'caption'
  | 'heading'
  | 'body'
  | 'related'
  | 'box-title'
  | 'box'
  | 'promotion'
  | 'contributors'
  | 'copyright'

/** A block with its role. */
export interface Part {
  readonly block: Block
  readonly role: Role
}
