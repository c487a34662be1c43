import type { ErrorCode } from './error-code.ts'
import type { ErrorMessage } from './error-message.ts'
import { IMPORT_ERROR_MESSAGES } from './import-error-messages.ts'

const SAFE = 'Nothing was changed.'

/**
 * Words for every code, in English. `{name}` stands for a detail, and `appError` compiles only where that detail is
 * given (`error-detail.ts`). `docs/errors.md` lists the same.
 */
export const ERROR_MESSAGES = {
  'archive/article-not-found': {
    what: 'There is no article {uid} in this archive.',
    means: SAFE,
    todo: 'Look for it with "list" or "search"; it may be in another archive.',
  },
  'archive/annotation-not-found': {
    what: 'There is no highlight or note {uid} in this archive.',
    means: SAFE,
    todo: 'It may have been deleted; undo brings the last deletion back.',
  },
  'archive/version-not-found': {
    what: 'The article has no version {version}.',
    means: SAFE,
    todo: 'Leave the version out for the current one.',
  },
  'archive/bad-date': {
    what: 'This is not a date: “{value}”.',
    means: SAFE,
    todo: 'Write 2022, 2022-06, 2022-06-24, or leave the value out to take the correction back.',
  },
  'archive/bad-language': {
    what: 'This is not a language code: “{value}”.',
    means: SAFE,
    todo: 'Write the two or three letters of the language, such as en, de, uk.',
  },
  'archive/fact-too-long': {
    what: 'This is longer than a {field} can be: {length} characters of at most {most}.',
    means: SAFE,
    todo: 'Write it shorter. A long text belongs in a note.',
  },
  'archive/bad-name': {
    what: 'A tag or collection cannot be named “{name}”.',
    means: SAFE,
    todo: 'Give a name that is not empty and that no other bears in the same place.',
  },
  'archive/blob-not-found': {
    what: 'These bytes are not in the archive.',
    means: SAFE,
    todo: 'Have the archive verified (Verify); that says whether it is damaged.',
  },
  'archive/name-taken': {
    what: 'There is another “{name}” already.',
    means: SAFE,
    todo: 'Give another name. Tags of the same meaning can be merged.',
  },
  'archive/collection-not-found': noSuch('collection'),
  'archive/collection-cycle': {
    what: 'A collection cannot lie in itself or in one below it.',
    means: SAFE,
    todo: 'Move it to a place outside itself.',
  },
  'archive/tag-not-found': noSuch('tag'),
  'archive/saved-search-not-found': noSuch('saved search'),
  'archive/not-in-trash': {
    what: 'The article {uid} is not in the Trash.',
    means: 'Nothing was deleted.',
    todo: 'Move it to the Trash first; only what lies there can be deleted for ever.',
  },
  'archive/nothing-to-undo': {
    what: 'There is nothing to undo.',
    means: SAFE,
    todo: 'Every earlier change has been taken back, or none was made.',
  },
  'archive/undo-conflict': {
    what: 'The last change cannot be taken back: the same thing was changed again since, by another program.',
    means: SAFE,
    todo: 'Change it by hand to what you want.',
  },
  'archive/quote-not-found': {
    what: 'The article does not hold these words: “{quote}”.',
    means: 'No highlight was made.',
    todo: 'Copy the passage from the text of the article; accents and word order count, quotation marks and dashes do not.',
  },
  'archive/quote-ambiguous': {
    what: 'These words stand {count} times in the article: “{quote}”.',
    means: 'No highlight was made.',
    todo: 'Give a longer passage, or say what stands before or after it.',
  },
  'archive/no-original': {
    what: 'This article came in as a link only; there is no original.',
    means: SAFE,
    todo: 'Import the page itself to keep its bytes.',
  },
  'archive/no-text': {
    what: 'This article is only a link; its text was never brought in.',
    means: 'No highlight was made.',
    todo: 'Import the page itself, then highlight it.',
  },
  'archive/element-not-found': {
    what: 'No part of the page that holds text is named by “{selector}”.',
    means: 'The text there is stays.',
    todo: 'Choose another part of the page, or let the article be looked for.',
  },
  'cli/no-queries-file': {
    what: 'There are no queries to read at {path}.',
    means: 'Nothing was searched.',
    todo: 'Check the spelling of the path.',
  },
  'export/not-writable': {
    what: 'Nothing can be written to {path}.',
    means: 'The export was stopped; no half-written file is left behind.',
    todo: 'Choose another folder, or free some space.',
  },
  'export/unknown-format': {
    what: 'There is no export format "{format}".',
    means: 'Nothing was written.',
    todo: 'Choose one of: {known}.',
  },
  'export/bad-template': {
    what: 'The template {path} cannot be used: {reason}',
    means: 'Nothing was written.',
    todo: 'Correct the template, or choose a built-in one.',
  },
  'host/core-stopped': {
    what: 'The part of Offprint that works on the archive ended unexpectedly.',
    means: 'The archive is as it was after the last change that was confirmed.',
    todo: 'It is started again; try once more, and report it if it stays.',
  },
  'host/no-archive': {
    what: 'No archive is open.',
    means: SAFE,
    todo: 'Open an archive, or make a new one.',
  },
  'host/no-dialogs': { what: 'A window in a browser has no such dialog.', means: SAFE, todo: 'Type the path.' },
  'host/no-drag-out': {
    what: 'A window in a browser gives no files away by dragging.',
    means: SAFE,
    todo: 'Export the article, or copy the quote.',
  },
  'host/no-pdf': {
    what: 'This window does not print to PDF.',
    means: 'Only the desktop application does.',
    todo: 'Print from the desktop application, or export the article.',
  },
  'host/no-updates': {
    what: 'This window does not look for updates.',
    means: 'Only the desktop application does.',
    todo: 'Get the newer version from where this one came from.',
  },
  'host/link-not-opened': {
    what: 'No program was found to open this address with: {url}',
    means: SAFE,
    todo: 'Copy the address into a browser.',
  },
  'host/link-refused': {
    what: 'This link is not opened: {url}',
    means: 'Only addresses of the web and of mail are.',
    todo: 'Copy the address if you trust it.',
  },
  'host/original-not-shown': {
    what: 'The original cannot be shown: {reason}.',
    means: 'It lies in the archive exactly as it came.',
    todo: 'Read the article instead; its bytes can be written out as they came.',
  },
  'host/pdf-not-made': {
    what: 'The PDF was not made: {cause}.',
    means: 'Nothing was written, and the article is as it was.',
    todo: 'Try again; if it stays, export the article instead.',
  },
  'host/update-failed': {
    what: 'The update from {host} did not work: {cause}',
    means: 'This version stays as it is.',
    todo: 'Try again later; if it stays, download the newer version by hand.',
  },
  'host/update-offline': {
    what: '{host} was not reached.',
    means: 'This computer is not connected, or the server is not. This version stays as it is.',
    todo: 'Try again when there is a connection.',
  },
  'host/update-refused': {
    what: 'What {host} gave is not what the release says it is.',
    means: 'It was not taken: it is damaged, or not from the makers of Offprint. This version stays as it is.',
    todo: 'Try again later, and report it if it stays. Do not install it by hand.',
  },
  'host/updates-off': {
    what: 'Looking for updates is switched off.',
    means: 'Nothing was asked.',
    todo: 'Switch it on in the settings.',
  },
  'host/upload-failed': {
    what: 'A file could not be taken in: {cause}.',
    means: 'Nothing was imported.',
    todo: 'Give the files again.',
  },
  'host/upload-no-space': {
    what: 'There is no room on the disk for the files on their way into the archive.',
    means: 'Nothing was imported.',
    todo: 'Free some space, or import from where the files lie by typing their path.',
  },
  'host/upload-not-found': {
    what: 'The files given for the import are not there any more.',
    means: 'Nothing was imported.',
    todo: 'Give them again.',
  },
  ...IMPORT_ERROR_MESSAGES,
  internal: {
    what: 'Offprint made a mistake (incident {incident}).',
    means: 'The archive is as it was before.',
    todo: 'Try again; if it stays, report it with the incident and what you did.',
  },
  'ipc/bad-input': {
    what: 'The request "{name}" was not understood: {issues}.',
    means: SAFE,
    todo: 'Report it: the interface and the core do not agree.',
  },
  'ipc/job-not-found': {
    what: 'This work is not under way any more.',
    means: SAFE,
    todo: 'Look at the list of finished work.',
  },
  'ipc/superseded': {
    what: 'A newer search took the place of this one.',
    means: SAFE,
    todo: 'Nothing is to be done.',
  },
  'ipc/unknown-request': {
    what: 'There is no request "{name}".',
    means: SAFE,
    todo: 'Report it: the interface and the core do not agree.',
  },
  'job/cancelled': {
    what: 'The work was stopped.',
    means: SAFE,
    todo: 'Start it again when it suits you.',
  },
  'storage/busy': {
    what: 'Another program is writing to the archive and did not finish in time.',
    means: SAFE,
    todo: 'Wait until it is done, then try again.',
  },
  'storage/damaged': {
    what: 'The archive is damaged.',
    means: 'What can be read was not changed.',
    todo: 'Have it verified (Verify) to see what is concerned, and go back to your last backup.',
  },
  'storage/disk-full': {
    what: 'The disk is full.',
    means: 'Your last change was not saved; everything saved before is safe.',
    todo: 'Free some space, or move the archive to another disk, then try again.',
  },
  'storage/exists': {
    what: 'There is a file at {file} already.',
    means: 'It was not overwritten.',
    todo: 'Choose another name, or move the file away first.',
  },
  'storage/newer-archive': {
    what: 'This archive was written by a newer Offprint (schema {found}, this program knows {supported}).',
    means: SAFE,
    todo: 'Update Offprint, then open it again.',
  },
  'storage/not-an-archive': {
    what: '{file} is not an Offprint archive.',
    means: SAFE,
    todo: 'Choose a file that ends in .offprint.',
  },
  'storage/not-found': {
    what: 'There is no archive at {file}.',
    means: SAFE,
    todo: 'Check the path; the first import can make a new archive there.',
  },
  'storage/not-writable': {
    what: 'The archive {file} cannot be written to.',
    means: SAFE,
    todo: 'Check the permissions of the file and of its folder.',
  },
  'storage/read-only-place': {
    what: 'The archive {file} lies in a place that cannot be written to, where it cannot be opened.',
    means: SAFE,
    todo: 'Copy it to another folder and open the copy.',
  },
} as const satisfies Readonly<Record<ErrorCode, ErrorMessage>>

function noSuch<What extends string>(what: What) {
  const todo = 'It may have been deleted meanwhile; undo brings the last deletion back.'
  return { what: `There is no such ${what} in this archive ({uid}).`, means: SAFE, todo } as const
}
