/** For tools that do not read single-file components; vue-tsc reads the real ones. */
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
