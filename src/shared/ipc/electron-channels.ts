/** The channels between the window's preload and Electron's main process; there are no others. */
export const ELECTRON_CHANNELS = {
  request: 'offprint:request',
  event: 'offprint:event',
  keepFile: 'offprint:keep-file',
} as const
