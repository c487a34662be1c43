/**
 * A tag as Obsidian takes it, without `#`; empty when nothing of it can stay. Its help ("Tags", "Tag format") allows
 * letters, digits, `_`, `-` and `/` for nested tags, no spaces, and at least one character that is not a digit; `#1984`
 * is no tag there and `#y1984` its own advice. So `to read` is `to-read`, `2024` is `y2024`, and `a/b` stays.
 */
export function obsidianTag(tag: string): string {
  const levels = plainTag(tag).split('/')
  const name = levels.filter((level) => level !== '').join('/')
  return /^\p{N}+$/u.test(name) ? `y${name}` : name
}

/** What stays of a tag: also emoji, with skin tones and joiners, which both programs read though Obsidian's help is silent. */
const OTHERS = /(?:(?!\u200d)[^\p{L}\p{M}\p{N}\p{So}\u{1f3fb}-\u{1f3ff}_-])+/gu

/** A tag as Obsidian and Logseq both read it: letters, digits, emoji, `_`, `-`, `/`; without a leading `#`. */
export function plainTag(tag: string): string {
  const bare = tag.trim().replace(/^#+/, '')
  const levels = bare.split('/').map((level) => level.replace(OTHERS, '-').replace(/^-+|-+$/g, ''))
  return levels.join('/')
}
