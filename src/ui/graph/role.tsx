import { type Drawn, halfOf } from './figure.ts'

/** Px between the border and a role's mark; the knob's radius. */
const INSET = 6
const KNOB = 5.5

/** What a leaf is for, beside its outline: data has the head of a table, a parameter the knob of a slider. */
export function RoleMark({ figure }: { readonly figure: Drawn }) {
  const { x, y } = halfOf(figure)
  if (figure.kind === 'data') return <path className="table" d={`M${-x} ${-y + INSET}V${-y}H${x}V${-y + INSET}Z`} />
  if (figure.kind === 'param') return <circle className="knob" cx={x * 0.4} cy={y} r={KNOB} />
  return null
}
