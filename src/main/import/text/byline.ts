import { parseNames } from './person-names.ts'

// Words that open a byline; behind them stand names and nothing else.
const opening = /^(?:by|von|par|por|de|di|door|av|af|autor|przez|от)\s+(?=[\p{Lu}\p{Lo}])/iu
const label =
  /^(?:authors?|written by|reported by|reporting by|story by|words by|words|text|texte|autor(?:in|en|es)?|auteurs?|autore|автор[ыки]?|текст|авторка|автори|матеріал|記者|记者|文字|文|作者|撰文|取材|執筆|بقلم|الكاتب|إعداد)\s*[:：／/|｜]\s*/iu
const spacedLabel = /^(?:written by|reported by|story by|words by|بقلم|كتبت?|記者|记者)\s+/iu

const LONGEST = 200

/** Reads a byline; null when the line is none. A capitalised `By` alone is not enough: names must follow. */
export function parseByline(line: string): readonly string[] | null {
  if (line.length > LONGEST) return null
  const labelled = label.exec(line) ?? spacedLabel.exec(line)
  if (labelled !== null) return parseNames(line.slice(labelled[0].length))
  const opened = opening.exec(line)
  if (opened === null || /^\p{Ll}/u.test(line)) return null
  const names = parseNames(line.slice(opened[0].length))
  // "By Land and Sea" names nobody: someone must have two names, unless shouted.
  return names?.some((name) => /\s/u.test(name)) === true ? names : null
}

/** Names in one text, as `ArticleFacts.byline` wants them. */
export function formatByline(names: readonly string[]): string | null {
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}
