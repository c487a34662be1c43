import { hash } from 'node:crypto'
import type { XmlEvent } from '../../xml/read-xml.ts'
import type { EvernoteNote, EvernoteResource, EvernoteTask } from './evernote-note.ts'

/** A note with the bytes of its attachments, in the order of `note.resources`. */
export interface ReadNote {
  readonly note: EvernoteNote
  readonly files: readonly { readonly mediaType: string; readonly bytes: Uint8Array }[]
}

/** Puts the events of an export together, note by note. */
export interface NoteReader {
  /** Takes the next event; answers a note when it ends with it. */
  readonly take: (event: XmlEvent) => ReadNote | null
}

interface OpenNote {
  values: Record<string, string>
  tags: string[]
  attributes: Record<string, string>
  resources: EvernoteResource[]
  files: { mediaType: string; bytes: Uint8Array }[]
  tasks: EvernoteTask[]
  /** Fields of the resource or task that is open. */
  part: Record<string, string>
}

/** Creates a reader that has met nothing yet. */
export function createNoteReader(): NoteReader {
  const names: string[] = []
  let texts: string[] = []
  let open: OpenNote = emptyNote()
  return {
    take: (event) => {
      if (event.kind === 'text') {
        texts.push(event.text)
        return null
      }
      if (event.kind === 'open') {
        names.push(event.element.local)
        texts = []
        if (event.element.local === 'note' && names.length <= 2) open = emptyNote()
        if (event.element.local === 'resource' || event.element.local === 'task') open.part = {}
        return null
      }
      const name = names.pop() ?? ''
      // Content may be split over several CDATA sections.
      close(open, { name, parent: names.at(-1) ?? '', text: texts.join('') })
      texts = []
      return name === 'note' && names.length <= 1 ? finished(open) : null
    },
  }
}

function emptyNote(): OpenNote {
  return { values: {}, tags: [], attributes: {}, resources: [], files: [], tasks: [], part: {} }
}

function close(note: OpenNote, { name, parent, text }: { name: string; parent: string; text: string }): void {
  if (name === 'resource') closeResource(note)
  else if (name === 'task') closeTask(note)
  else if (parent === 'note-attributes') note.attributes[name] = text.trim()
  else if (parent === 'note' && name === 'tag') note.tags.push(text.trim())
  else if (parent === 'note') note.values[name] = text
  else if (parent === 'resource' || parent === 'resource-attributes' || parent === 'task') note.part[name] = text
}

function closeResource(note: OpenNote): void {
  const bytes = new Uint8Array(Buffer.from(note.part['data'] ?? '', 'base64'))
  const mediaType = (note.part['mime'] ?? '').trim().toLowerCase()
  const fileName = note.part['file-name']?.trim() ?? null
  note.part = {}
  if (bytes.length === 0) return
  note.resources.push({ hash: hash('md5', bytes, 'hex'), mediaType, fileName })
  note.files.push({ mediaType, bytes })
}

function closeTask(note: OpenNote): void {
  const { title = '', taskStatus = '', taskGroupNoteLevelID } = note.part
  note.part = {}
  note.tasks.push({
    title: title.trim(),
    done: /completed/i.test(taskStatus),
    group: taskGroupNoteLevelID?.trim() ?? null,
  })
}

function finished({ values, tags, attributes, resources, files, tasks }: OpenNote): ReadNote {
  return {
    note: {
      title: values['title']?.replace(/\s+/g, ' ') ?? '',
      content: values['content'] ?? '',
      created: values['created']?.trim() ?? null,
      updated: values['updated']?.trim() ?? null,
      tags: tags.filter((tag) => tag !== ''),
      attributes,
      resources,
      tasks,
    },
    files,
  }
}
