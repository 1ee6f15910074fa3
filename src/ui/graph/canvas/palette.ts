/** The theme's colours as a canvas needs them. */
export interface Palette {
  readonly canvas: string
  readonly ink: string
  readonly soft: string
  /** Behind opened groups, and behind those within them. */
  readonly hull: string
  readonly innerHull: string
  readonly primalWash: string
  readonly role: string
  readonly roleWash: string
  readonly line: string
  /** Of edges, and of nodes that are dots. */
  readonly outline: string
  /** Of edges that the pass has been along. */
  readonly trail: string
  readonly focus: string
  readonly text: string
  readonly mono: string
  /** Of text where the element stands, in px. */
  readonly textSize: number
}

/** Reads the tokens where the element stands; `role` is the pane's, or the primal pass's. */
export function paletteAt(element: Element, primal: boolean): Palette {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    canvas: token('--canvas'),
    ink: token('--ink'),
    soft: token('--soft'),
    hull: token('--hull'),
    innerHull: token('--inner-hull'),
    primalWash: token('--primal-wash'),
    role: token(primal ? '--primal' : '--role'),
    roleWash: token(primal ? '--primal-wash' : '--role-wash'),
    line: token('--line'),
    outline: token('--edge'),
    trail: token('--trail'),
    focus: token('--focus'),
    text: token('--font-text') || 'sans-serif',
    mono: token('--font-mono') || 'monospace',
    textSize: Number.parseFloat(style.fontSize),
  }
}
