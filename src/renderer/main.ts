import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { connect } from './api.ts'

createApp(App, { client: connect() }).use(createPinia()).mount('#app')
