import type { Component } from 'vue'

/** One line of a menu. */
export type MenuEntry<Id extends string = string> =
  | {
      readonly kind: 'item'
      readonly id: Id
      readonly label: string
      readonly icon?: Component | undefined
      /** As `showKeys` writes them. */
      readonly keys?: string | undefined
      /** Draws it in the colour of danger. */
      readonly danger?: boolean
      readonly disabled?: boolean
      /** For a line that is on or off; undefined = it is neither. */
      readonly checked?: boolean | undefined
    }
  | { readonly kind: 'separator' }
  /** Words over the lines that follow. */
  | { readonly kind: 'heading'; readonly label: string }
