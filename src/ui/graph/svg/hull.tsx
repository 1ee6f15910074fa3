import type { Hull as Shown } from '../../../picture/hulls.ts'
import { HULL_HEAD, hullTitle } from '../../../picture/marking.ts'
import { Toggle } from './opener.tsx'

interface Props {
  readonly hull: Shown
  /** Whether it can be closed: it is there because it was opened. */
  readonly closes: boolean
  /** Whether its corner is the right one. */
  readonly right: boolean
}

/** From the middle of the button to the start of the title. */
const TITLE = 16

/** The ground of an opened group: its rim first, so that areas and ways that meet have one rim around them. */
export const HullGround = ({ hull: { depth, place, areas, ways } }: { readonly hull: Shown }) => (
  <g className="hull" data-nested={depth % 2 === 1 || undefined} data-place={place}>
    {['rim', 'ground'].map((part) => (
      <g key={part} className={`hull-${part}`}>
        {ways && <path className="hull-ways" d={ways} />}
        <path className="hull-areas" d={areas} />
      </g>
    ))}
  </g>
)

/** Its title, and what closes it. */
export function HullHead({ hull: { name, place, corner }, closes, right }: Props) {
  const title = hullTitle(name)
  const inwards = right ? -1 : 1
  const x = closes ? TITLE * inwards : 0
  return (
    <g className="hull-head" transform={`translate(${corner.x + HULL_HEAD * inwards} ${corner.y + HULL_HEAD})`}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it does not take the focus */}
      <text className="hull-title" aria-hidden="true" x={x} y={5} textAnchor={right ? 'end' : 'start'}>
        {title}
      </text>
      {closes && <Toggle place={place} label={`Close ${title}`} x={0} y={0} opens={false} />}
    </g>
  )
}
