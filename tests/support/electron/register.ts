import { registerHooks } from 'node:module'

// Runs the built main bundle of the desktop application without Electron: its `electron` becomes the fake.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('fake-electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
