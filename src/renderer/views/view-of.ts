import { defineAsyncComponent, type Component } from 'vue'
import type { Place } from '../stores/window-place.ts'
import LibraryView from './LibraryView.vue'
import WelcomeView from './WelcomeView.vue'

/** Views that no window begins with come in files of their own, so that the first picture does not wait for them. */
const LATER = {
  reader: () => import('./ReaderView.vue'),
  search: () => import('./SearchView.vue'),
  notes: () => import('./NotesView.vue'),
  import: () => import('./ImportView.vue'),
  trash: () => import('./TrashView.vue'),
} satisfies Partial<Readonly<Record<Place['view'], () => Promise<{ readonly default: Component }>>>>

const VIEWS: Readonly<Record<Place['view'], Component>> = {
  welcome: WelcomeView,
  library: LibraryView,
  reader: defineAsyncComponent(LATER.reader),
  search: defineAsyncComponent(LATER.search),
  notes: defineAsyncComponent(LATER.notes),
  import: defineAsyncComponent(LATER.import),
  trash: defineAsyncComponent(LATER.trash),
}

/** The component that shows a kind of place. */
export function viewOf(view: Place['view']): Component {
  return VIEWS[view]
}

/** Fetches every view, once the first is shown: going to one then shows it at once. */
export async function loadViews(): Promise<void> {
  await Promise.all(Object.values(LATER).map((load) => load()))
}
