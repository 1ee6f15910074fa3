import { compactAnatomy } from './compact.ts'
import type { Anatomy, Drawn } from './figure.ts'
import { fullAnatomy } from './full.ts'
import type { Density, Style } from './style.ts'

const BY_DENSITY: Readonly<Record<Density, (figure: Drawn, style: Style) => Anatomy>> = {
  full: fullAnatomy,
  compact: compactAnatomy,
  // Where nodes are lines, their structure knows their anatomy.
  line: compactAnatomy,
}

/** Where everything of a node that is drawn by itself stands, whatever draws it. */
export const anatomyOf = (figure: Drawn, style: Style): Anatomy => BY_DENSITY[style.density](figure, style)
