import type { ErrorCode } from './error-code.ts'
import type { ErrorMessage } from './error-message.ts'

const SAFE = 'Nothing was changed.'
const ITEM = 'This item was not brought in; the others were not touched by it.'

/** Words for what goes wrong while something is brought in; a part of `error-messages.ts`. */
export const IMPORT_ERROR_MESSAGES = {
  'import/archive-damaged': {
    what: 'This Offprint archive is damaged: {cause}.',
    means: 'What could not be read of it was not brought in; the rest was.',
    todo: 'Import a backup of it. To see all that is damaged, open it in Offprint and check it.',
  },
  'import/binary-content': {
    what: 'This is not text but binary data.',
    means: ITEM,
    todo: 'Save the article as a web page or as text and import that.',
  },
  'import/cancelled': {
    what: 'The import was stopped.',
    means: 'Everything that was brought in before is kept.',
    todo: 'Run the same import again to go on where it stopped.',
  },
  'import/container-damaged': {
    what: 'The archive it lies in is damaged: {cause}.',
    means: 'What could not be unpacked was not brought in; the rest was.',
    todo: 'Download or export it again. If there is no other copy, repair it with a ZIP program and import the result.',
  },
  'import/container-refused': {
    what: 'The archive was not opened: {reason}.',
    means: 'Nothing of it was brought in; other files were not touched by it.',
    todo: 'Such files are made to fill a disk. If you trust it, unpack it yourself and import the folder.',
  },
  'import/empty': {
    what: 'There is no text in it.',
    means: ITEM,
    todo: 'Check that the file was saved completely.',
  },
  'import/encrypted': {
    what: 'It is locked {lock}.',
    means: ITEM,
    todo: 'Save the document without its password, then import that. A book that its shop locked opens only in the programs of that shop.',
  },
  'import/entry-refused': {
    what: 'A file of the archive was not read: {reason}.',
    means: ITEM,
    todo: 'If you trust it, unpack the archive yourself and import the folder.',
  },
  'import/locked': {
    what: 'It is locked: {reason}.',
    means: ITEM,
    todo: 'Give its password with the next import, or unpack the archive and import that.',
  },
  'import/malformed': {
    what: 'It cannot be read: {reason}.',
    means: ITEM,
    todo: 'Export or save it again where it came from, then import it again.',
  },
  'import/no-address': {
    what: 'It holds no text and no web address it could be captured from: {address}.',
    means: ITEM,
    todo: 'Save the page or file itself and import that.',
  },
  'import/no-text-field': {
    what: 'The line has neither text, html, markdown nor url; its other fields are: {fields}.',
    means: ITEM,
    todo: 'Rename the field that holds the text to "text", "html" or "markdown", then import it again.',
  },
  'import/not-readable': {
    what: 'The file cannot be opened: {cause}.',
    means: ITEM,
    todo: 'Check its permissions, then run the same import again.',
  },
  'import/not-saved': {
    what: 'It came with a feed and was never saved to the library.',
    means: ITEM,
    todo: 'Save it in the service it comes from and export again, if you want to keep it.',
  },
  'import/nothing-to-resume': {
    what: 'There is no unfinished import to continue.',
    means: SAFE,
    todo: 'Give the files or folders to import.',
  },
  'import/own-archive': {
    what: 'This is the archive that everything is being brought into.',
    means: 'There is nothing in it that is not here.',
    todo: 'Choose another archive, or open another one first and import this into it.',
  },
  'import/path-not-found': {
    what: 'There is nothing at {path}.',
    means: 'The import was not started.',
    todo: 'Check the spelling of the path.',
  },
  'import/too-deep': {
    what: 'Its elements are nested more than {limit} deep.',
    means: ITEM,
    todo: 'Such pages are made to break their readers; save the article as text instead.',
  },
  'import/too-large': {
    what: 'It is larger than the limit of {limit} bytes.',
    means: ITEM,
    todo: 'Split it, or import its parts.',
  },
  'import/too-slow': {
    what: 'It took longer than {seconds} seconds to read.',
    means: ITEM,
    todo: 'Run the import again when the computer has less to do, or save the article as text.',
  },
  'import/unknown-format': {
    what: 'Offprint does not read this kind of file yet: {found}.',
    means: ITEM,
    todo: 'Formats that are read: {known}.',
  },
  'import/worker-crashed': {
    what: 'Reading it broke off: it needs more memory than one item is allowed, or Offprint has a fault.',
    means: ITEM,
    todo: 'Save the article as text instead, and keep the file for a report.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorMessage>>>
