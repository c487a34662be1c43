import { appError } from '../../../shared/app-error.ts'
import type { ImportFormat, SourceLook, FormatConfidence } from '../format.ts'
import { lookText } from './look-text.ts'
import { contentOfMessage, messageDraft, messageOf } from './mail/message-draft.ts'
import { readHeaders } from './mime/read-headers.ts'
import { readWhole, wholeFailure } from './read-whole.ts'

/** A message as mail programs save it (RFC 5322), newsletters above all. */
export const eml: ImportFormat = {
  id: 'eml',
  confidence,
  read: (source) =>
    readWhole(source, (bytes) => {
      const draft = messageDraft(bytes, { format: eml.id, source: source.path, fileName: source.fileName })
      if (draft !== null) return [{ ok: true, draft, position: null }]
      return [
        wholeFailure(source, bytes, appError('import/malformed', { reason: 'the message has no text, only files' })),
      ]
    }),
  restoreContent: ({ bytes }) => contentOfMessage(messageOf(bytes)) ?? { kind: 'none' },
}

const OF_MAIL = ['from', 'date', 'subject', 'to', 'received', 'message-id', 'mime-version', 'return-path'] as const

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  const { headers } = readHeaders(lookText(head), 0)
  const found = OF_MAIL.filter((name) => headers.has(name)).length
  if (/\.eml$/i.test(fileName ?? '')) return found >= 1 ? 'certain' : 'no'
  // An article with lines such as “Date:” and “Subject:” above it is no letter; one that went through a server is.
  const wasSent = headers.has('received') || headers.has('message-id') || headers.has('mime-version')
  return found >= 4 && wasSent ? 'certain' : 'no'
}
