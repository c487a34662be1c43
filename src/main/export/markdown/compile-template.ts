import { Liquid, LiquidError } from 'liquidjs'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { containNote } from './contain-note.ts'
import { escapeLine, escapeText, indentBlock, quoteBlock } from './escape-markdown.ts'
import { obsidianTag, plainTag } from './obsidian-tag.ts'
import type { TemplateValues } from './template-values.ts'

/** Milliseconds that one article may take; a template of a person's own may loop. */
const LONGEST_RENDER = 10_000

/**
 * Characters and list entries that one article's template may make in all. A row of a thousand million numbers is one
 * short line of a template, and takes gigabytes before the time is up.
 */
const MOST_MEMORY = 100_000_000

/** Writes one article. Fails with `export/bad-template` where only the values show the mistake (an unknown name). */
export type Template = (values: TemplateValues) => Result<string>

/**
 * Compiles a Liquid template, or fails with `export/bad-template` (`path`, `line` from 1, `reason`). It sees the
 * values and nothing else: no files, no inherited properties. Unknown names and filters are mistakes, not silence.
 * Filters of ours: `line` and `text` escape plain text for Markdown, `note` contains a note, `quote` and `indent: n`
 * put a block into a quote or a list, `hashtag` writes a tag as `#tag`,
 * `obsidian_hashtag` as Obsidian takes it.
 * `longest` is what one article may take, in milliseconds.
 */
export function compileTemplate(name: string, source: string, longest = LONGEST_RENDER): Result<Template> {
  const engine = createEngine(longest)
  try {
    const parsed = engine.parse(source)
    return ok((values) => {
      try {
        const written: unknown = engine.renderSync(parsed, { ...values })
        return ok(`${String(written).trim()}\n`)
      } catch (error) {
        return err(badTemplate(name, error))
      }
    })
  } catch (error) {
    return err(badTemplate(name, error))
  }
}

function createEngine(renderLimit: number): Liquid {
  const engine = new Liquid({
    templates: {},
    relativeReference: false,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    renderLimit,
    memoryLimit: MOST_MEMORY,
  })
  engine.registerFilter('line', (value: unknown) => escapeLine(asText(value)))
  engine.registerFilter('text', (value: unknown) => escapeText(asText(value)))
  engine.registerFilter('note', (value: unknown) => containNote(asText(value)))
  engine.registerFilter('quote', (value: unknown) => quoteBlock(asText(value)))
  engine.registerFilter('indent', (value: unknown, spaces: unknown) =>
    indentBlock(asText(value), typeof spaces === 'number' ? spaces : 2),
  )
  engine.registerFilter('hashtag', (value: unknown) => hashtag(plainTag(asText(value))))
  engine.registerFilter('obsidian_hashtag', (value: unknown) => hashtag(obsidianTag(asText(value))))
  return engine
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Nothing for a tag of which nothing can be written. */
function hashtag(tag: string): string {
  return tag === '' ? '' : `#${tag}`
}

function badTemplate(path: string, error: unknown): AppError {
  if (!LiquidError.is(error)) throw error
  const [line = null] = error.token.getPosition()
  return appError('export/bad-template', { path, line, reason: error.message })
}
