import { createI18n } from 'vue-i18n'
import en from './locales/en.json'

/** All words for people. A key that is missing is a bug of the build, so it warns in development. */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en } })
