/** Words of menus and dialogs that are the system's, not the window's. */
export const MENU_WORDS = {
  about: 'About Offprint',
  crashes: 'Show crash reports',
  edit: 'Edit',
  view: 'View',
} as const

/** Words of the dialogs. */
export const DIALOG_WORDS = {
  archives: 'Offprint archives',
  openArchive: 'Open',
  newArchive: 'Make archive',
  folder: 'Choose',
  pdfFiles: 'PDF files',
  savePdf: 'Print',
  openLink: (host: string) => `Open ${host} in your browser?`,
  mailTo: (address: string) => `Write to ${address} in your mail program?`,
  look: (host: string) => `Ask ${host} whether there is a newer Offprint?`,
  lookMeans: (address: string) =>
    `${address}\n\nThe server learns your network address, your system and its processor; nothing of your archive. Nothing is downloaded before you are asked again.`,
  ask: 'Ask',
  newer: (version: string) => `Offprint ${version} is there. Download it?`,
  newerMeans: ({ host, size, current }: { host: string; size: number | null; current: string }) =>
    `From ${host}${size === null ? '' : `, ${String(Math.ceil(size / 1e6))} MB`}. It is put in place when you quit Offprint. This is ${current}.`,
  notNow: 'Not now',
  download: 'Download',
  open: 'Open',
  cancel: 'Cancel',
  gone: 'The window ended unexpectedly.',
  goneMeans: 'Your archive is as it was after the last change that was confirmed. A report lies on this computer only.',
  notStarted: 'Offprint could not start.',
  notStartedMeans: (incident: string) =>
    `Your archive was not changed. Start it again; if that does not help, report it with the entry ${incident} of its log.`,
  showAgain: 'Show it again',
  quit: 'Quit',
  close: 'Close',
} as const
