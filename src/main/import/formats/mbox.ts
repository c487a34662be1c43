import { appError } from '../../../shared/app-error.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { createGrowingBytes } from '../growing-bytes.ts'
import { MAX_ITEM_BYTES } from '../limits.ts'
import { readError } from '../sources/read-error.ts'
import { sha256 } from '../steps/sha256.ts'
import { lookText } from './look-text.ts'
import { contentOfMessage, messageDraft, messageOf } from './mail/message-draft.ts'
import { readLines } from './read-lines.ts'

/** A mailbox of many messages in one file (RFC 4155), read message by message. */
export const mbox: ImportFormat = {
  id: 'mbox',
  confidence: ({ head }) =>
    /^From \S+ [^\r\n]*\d{4}[^\r\n]*\r?\n[!-9;-~]{1,100}:/.test(lookText(head)) ? 'certain' : 'no',
  read,
  restoreContent: ({ bytes }) => contentOfMessage(messageOf(bytes)) ?? { kind: 'none' },
}

const NEW_LINE = new Uint8Array([0x0a])

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const text = createGrowingBytes()
  let size = 0
  let number = 0
  let position = 0
  let wasBlank = true
  try {
    for await (const { bytes, end } of readLines(source.stream(), MAX_ITEM_BYTES)) {
      const isStart = wasBlank && bytes !== null && isFromLine(bytes)
      if (isStart && number > 0) yield messageItem(source, { bytes: text.take(), size, number, position })
      if (isStart) {
        number++
        text.drop()
        size = 0
      } else if (bytes !== null && number > 0) {
        size += bytes.length + 1
        if (size > MAX_ITEM_BYTES) text.drop()
        else {
          text.append(unquoted(bytes))
          text.append(NEW_LINE)
        }
      }
      wasBlank = bytes?.length === 0
      position = end
    }
  } catch (error) {
    const key = { sourceHash: sha256(source.path), key: 'unread' }
    yield { ok: false, source: source.path, key, error: readError(source.path, error), position: null }
  }
  if (number > 0) yield messageItem(source, { bytes: text.take(), size, number, position })
}

function isFromLine(line: Uint8Array): boolean {
  if (line[0] !== 0x46 || line[1] !== 0x72 || line[4] !== 0x20) return false
  return /^From \S+ .*\d{4}/.test(Buffer.from(line.subarray(0, 200)).toString('latin1'))
}

/** A line of the text that begins with “From ” was given a sign before it. */
function unquoted(line: Uint8Array): Uint8Array {
  const start = Buffer.from(line.subarray(0, 100)).toString('latin1')
  return /^>+From /.test(start) ? line.subarray(1) : line
}

interface OpenMessage {
  readonly bytes: Uint8Array
  readonly size: number
  readonly number: number
  readonly position: number
}

function messageItem(source: ImportSource, { bytes, size, number, position }: OpenMessage): DraftOrFailure {
  const place = `${source.path}#${String(number)}`
  const draft =
    size > MAX_ITEM_BYTES ? null : messageDraft(bytes, { format: mbox.id, source: place, fileName: source.fileName })
  if (draft !== null) return { ok: true, draft, position }
  const error =
    size > MAX_ITEM_BYTES
      ? appError('import/too-large', { path: place, size, limit: MAX_ITEM_BYTES })
      : appError('import/malformed', { reason: 'the message has no text, only files' })
  return { ok: false, source: place, key: { sourceHash: sha256(bytes), key: 'unread' }, error, position }
}
