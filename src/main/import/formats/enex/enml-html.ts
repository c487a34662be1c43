import type { EvernoteNote, EvernoteTask } from './evernote-note.ts'

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * A note's text as HTML that is all article: pictures by their hash, other attachments by their name, boxes to tick as
 * signs, tasks in their place, and a line where a passage is locked.
 */
export function enmlHtml({ content, resources, tasks }: EvernoteNote): string {
  const files = new Map(resources.map((resource) => [resource.hash, resource]))
  const left = new Set(tasks)
  const mediaOf = (attributes: string): string => {
    const name = valueOf(attributes, 'hash')?.toLowerCase() ?? ''
    const file = files.get(name)
    const type = valueOf(attributes, 'type') ?? file?.mediaType ?? ''
    if (type.startsWith('image/')) return `<img src="${name}" alt="${escaped(file?.fileName ?? '')}">`
    return `<p>Attachment: ${escaped(file?.fileName ?? type)}</p>`
  }
  const tasksAt = (style: string): string => {
    const group = /--en-id\s*:\s*([\w-]+)/.exec(style)?.[1]
    const here = tasks.filter((task) => left.has(task) && task.group === group)
    for (const task of here) left.delete(task)
    return listOf(here)
  }
  const html = inside(content)
    .replace(/<en-media\b([^<>]*?)\/?>(?:\s*<\/en-media\s*>)?/gi, (_, attributes: string) => mediaOf(attributes))
    .replace(
      /<en-crypt\b([^<>]*)>[^]*?<\/en-crypt\s*>|<en-crypt\b([^<>]*)\/>/gi,
      (_, open?: string, empty?: string) => {
        const hint = valueOf(open ?? empty ?? '', 'hint')
        return ` [locked in Evernote${hint === null ? '' : `, hint: ${escaped(hint)}`}] `
      },
    )
    .replace(/<en-todo\b([^<>]*?)\/?>(?:\s*<\/en-todo\s*>)?/gi, (_, attributes: string) =>
      valueOf(attributes, 'checked') === 'true' ? '☑ ' : '☐ ',
    )
    .replace(
      /<div\b([^<>]*--en-task-group\s*:\s*true[^<>]*?)\/?>/gi,
      (tag: string, attributes: string) =>
        `${tag.replace(/\/>$/, '>')}${tasksAt(attributes)}${tag.endsWith('/>') ? '</div>' : ''}`,
    )
    .replace(/<([a-z][\w-]*)((?:\s[^<>]*?)?)\/>/gi, (tag: string, name: string, attributes: string) =>
      VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
    )
    // A link without words shows where it leads.
    .replace(
      /(<a\b[^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*>)\s*<\/a\s*>/gi,
      (_, tag: string, one?: string, two?: string) => `${tag}${one ?? two ?? ''}</a>`,
    )
  const shown = new Set([...html.matchAll(/<img src="([\da-f]{32})"/g)].map(([, name]) => name))
  const attached = resources.filter(({ hash, mediaType }) => mediaType.startsWith('image/') && !shown.has(hash))
  // A picture that the text does not name is shown by Evernote below it.
  const below = attached.map(({ hash, fileName }) => `<p><img src="${hash}" alt="${escaped(fileName ?? '')}"></p>`)
  return `${html}${listOf([...left])}${below.join('')}`
}

function inside(content: string): string {
  return content
    .replace(/^\ufeff?\s*<\?xml[^>]*\?>/i, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/gi, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<\/?en-note\b[^<>]*>/gi, '')
}

function listOf(tasks: readonly EvernoteTask[]): string {
  if (tasks.length === 0) return ''
  return `<ul>${tasks.map(({ title, done }) => `<li>${done ? '☑' : '☐'} ${escaped(title)}</li>`).join('')}</ul>`
}

function valueOf(attributes: string, name: string): string | null {
  const [, double, single] = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? []
  return double ?? single ?? null
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
