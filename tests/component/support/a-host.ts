import { useHost, type Host } from '../../../src/renderer/api.ts'
import { createHostClient } from '../../../src/shared/ipc/client.ts'
import type { Events, Requests } from '../../../src/shared/ipc/contract.ts'
import type { HostEvents, HostRequests } from '../../../src/shared/ipc/host-contract.ts'
import { appError } from '../../../src/shared/app-error.ts'
import { err, ok, type Result } from '../../../src/shared/result.ts'

type All = Requests & HostRequests
type Told = Events & HostEvents

/** Answers by name; a request without one is refused as unknown. */
export type Answers = {
  readonly [Name in keyof All]?: (input: All[Name]['input']) => Result<All[Name]['output']>
}

/** The host of a window in memory: what it was asked, and a way to tell events. */
export interface TestHost {
  readonly asked: readonly { readonly name: string; readonly input: unknown }[]
  readonly tell: <Name extends keyof Told>(name: Name, payload: Told[Name]) => void
}

/** Puts a host in place for the stores; values are cloned at the border, as every real pipe does. */
export function aHost(answers: Answers, give?: Host['give']): TestHost {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const byName = answers as Readonly<Record<string, ((input: unknown) => unknown) | undefined>>
  const client = createHostClient({
    request: (name, input) => {
      asked.push({ name, input: structuredClone(input) })
      const answer = byName[name]?.(structuredClone(input)) ?? err(appError('ipc/unknown-request', { name }))
      return Promise.resolve(structuredClone(answer))
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  useHost({
    client,
    capabilities: {
      host: 'browser',
      platform: 'linux',
      contentBase: '/content/',
      nativeMenus: false,
      fileDialogs: false,
      printToPdf: false,
      dragFiles: false,
      updates: false,
    },
    give: give ?? (() => Promise.resolve(ok({ paths: ['/given/desk'], folder: '/given', unread: [] }))),
  })
  return {
    asked,
    tell: (name, payload) => {
      for (const listener of listeners) listener(name, structuredClone(payload))
    },
  }
}
