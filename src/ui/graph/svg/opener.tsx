import { shorten } from '../../../language/words.ts'
import type { Anatomy } from '../../../picture/figure.ts'
import type { Figure } from '../../../picture/structure.ts'

interface ToggleProps {
  readonly place: number
  readonly label: string
  readonly x: number
  readonly y: number
  /** Whether pressing it opens something, or closes it. */
  readonly opens: boolean
}

/** Half the side of a target that fingers can hit, and of the sign in it. */
const TARGET = 12
const SIGN = 8

/** A button of the drawing that opens or closes what stands at a place of the graph. */
export function Toggle({ place, label, x, y, opens }: ToggleProps) {
  const sign = `M${-SIGN / 2} 0H${SIGN / 2}${opens ? `M0 ${-SIGN / 2}V${SIGN / 2}` : ''}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG
    <g
      className="toggle"
      role="button"
      tabIndex={opens ? -1 : 0}
      aria-label={label}
      data-toggle={place}
      transform={`translate(${x} ${y})`}
    >
      <title>{label}</title>
      <g className="toggle-size">
        <rect className="hit" x={-TARGET} y={-TARGET} width={2 * TARGET} height={2 * TARGET} />
        <rect className="toggle-box" x={-SIGN} y={-SIGN} width={2 * SIGN} height={2 * SIGN} rx={4} />
        <path className="toggle-sign" d={sign} />
      </g>
    </g>
  )
}

const LONGEST_NAME = 30

/** At a node's upper left corner: opens it in place. */
export function Opener({ figure: { opens, line }, anatomy }: { readonly figure: Figure; readonly anatomy: Anatomy }) {
  if (opens === null) return null
  const { half, corner } = anatomy
  // On the border: where it is round, an eighth of the way round.
  const inset = (1 - Math.SQRT1_2) * Math.min(corner, half.x, half.y)
  // Beside the name that a line begins with.
  const beside = line ? SIGN - 2 : 0
  const label = `Open ${shorten(opens.name, LONGEST_NAME)}`
  return <Toggle place={opens.place} label={label} x={inset - half.x - beside} y={inset - half.y} opens />
}
