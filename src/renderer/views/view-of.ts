import type { Component } from 'vue'
import type { Place } from '../stores/window-place.ts'
import ImportView from './ImportView.vue'
import LibraryView from './LibraryView.vue'
import NotesView from './NotesView.vue'
import ReaderView from './ReaderView.vue'
import SearchView from './SearchView.vue'
import TrashView from './TrashView.vue'
import WelcomeView from './WelcomeView.vue'

const VIEWS: Readonly<Record<Place['view'], Component>> = {
  welcome: WelcomeView,
  library: LibraryView,
  reader: ReaderView,
  search: SearchView,
  notes: NotesView,
  import: ImportView,
  trash: TrashView,
}

/** The component that shows a kind of place. */
export function viewOf(view: Place['view']): Component {
  return VIEWS[view]
}
