import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { theHost } from '../api.ts'
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings-values.ts'

/** What the interface remembers on this computer. */
export const useSettings = defineStore('settings', () => {
  const values = shallowRef<Settings>(DEFAULT_SETTINGS)

  /** Reads what was saved; what is missing or of another shape takes its default. */
  async function load(): Promise<void> {
    const saved = await theHost().client.request('host.settings', {})
    if (saved.ok) values.value = readSettings(saved.value)
  }

  /** Changes settings at once and saves them. */
  async function set(changes: Partial<Settings>): Promise<void> {
    values.value = { ...values.value, ...changes }
    await theHost().client.request('host.saveSettings', { settings: { ...changes } })
  }

  return { values, load, set }
})
