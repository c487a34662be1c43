import { HIGHLIGHT_COLORS } from '../../shared/model/annotation.ts'
import { appHighlights, penHighlight } from './highlight-names.ts'
import { penNames, type PenName } from './pen.ts'

/**
 * The style sheet of painted marks. A pen is a wash behind the words and a line under them; the application's marks are
 * fields of the spot colour without a line, so that neither is ever taken for the other, with colours or without.
 */
export function highlightStyles(): string {
  const pens = HIGHLIGHT_COLORS.flatMap((color) => penRules(penNames[color]))
  return [...pens, ...appRules(), ...forcedColours()].join('\n')
}

/* Below the letters and inside the wash. `under` stands below that, where another mark's line lies already. */
const LINE_AT = '0.2em'
const LINE_BELOW = 'calc(0.2em + 3px)'

function penRules(pen: PenName): readonly string[] {
  const wash = `var(--${pen}-wash)`
  const line = `var(--${pen}-line)`
  const stronger = (share: number): string => `color-mix(in oklab, ${wash}, ${line} ${share}%)`
  const underline = (width: number, offset: string): string =>
    `text-decoration: underline ${width}px ${line}; text-underline-offset: ${offset}; text-decoration-skip-ink: none;`
  return [
    rule(penHighlight(pen, 'rest'), `background-color: ${wash}; ${underline(2, LINE_AT)}`),
    rule(penHighlight(pen, 'under'), underline(2, LINE_BELOW)),
    rule(penHighlight(pen, 'hover'), `background-color: ${stronger(18)}; ${underline(2, LINE_AT)}`),
    rule(penHighlight(pen, 'active'), `background-color: ${stronger(24)}; ${underline(3, LINE_AT)}`),
  ]
}

function appRules(): readonly string[] {
  return [
    rule(appHighlights.selected, 'background-color: var(--spot-wash-2);'),
    rule(appHighlights.hit, 'background-color: var(--spot-wash-2); color: var(--spot-ink);'),
    rule(appHighlights.found, 'background-color: var(--spot-wash-2); color: var(--spot-ink);'),
    rule(appHighlights.current, 'background-color: var(--spot); color: var(--on-spot);'),
    rule(appHighlights.flash, 'background-color: var(--spot-wash-2);'),
  ]
}

/* With the system's own colours the pens share one; number and name tell them apart (the slip, the notes). */
function forcedColours(): readonly string[] {
  const pens = HIGHLIGHT_COLORS.map((color) =>
    rule(penHighlight(penNames[color], 'rest'), 'background-color: Mark; color: MarkText; text-decoration: underline;'),
  )
  return [
    '@media (forced-colors: active) {',
    ...pens,
    rule(appHighlights.current, 'background-color: Highlight; color: HighlightText;'),
    '}',
  ]
}

function rule(name: string, declarations: string): string {
  return `::highlight(${name}) { ${declarations} }`
}
