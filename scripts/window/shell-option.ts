/** Which shell a browser test's window is in; an option of each project of `playwright.config.ts`. */
export interface ShellOption {
  readonly shell: 'browser' | 'electron'
}
