import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import StartFailure from './StartFailure.vue'
import { connect, theHost } from './api.ts'
import { startKeymap } from './commands/listen.ts'
import { i18n } from './i18n.ts'
import { useSettings } from './stores/settings.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/floating.css'
import { followTheme } from './theme.ts'

/** Connects, takes up the settings so that the first picture already has its theme, and shows the window. */
async function start(): Promise<void> {
  await connect()
  const pinia = createPinia()
  const settings = useSettings(pinia)
  await settings.load()
  followTheme(() => settings.values.theme)
  startKeymap({
    isMac: theHost().capabilities.platform === 'mac',
    singleKeys: () => settings.values.singleKeys,
  })
  createApp(App).use(pinia).use(i18n).mount('#app')
}

start().catch((problem: unknown) => {
  followTheme(() => 'system')
  const detail = problem instanceof Error ? problem.message : String(problem)
  createApp(StartFailure, { detail }).use(i18n).mount('#app')
})
