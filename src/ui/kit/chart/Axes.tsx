import type { ScaleContinuousNumeric } from 'd3'
import { short, superscript } from '../../../notation/numbers.ts'
import type { ChartArea } from './ChartFrame.tsx'

type Scale = ScaleContinuousNumeric<number, number>

interface Props {
  readonly box: ChartArea
  readonly x: Scale
  readonly y: Scale
  /** What runs along them: the names stand at the end of the one, above the other. */
  readonly names?: readonly [string, string]
  /** Whether heights stand for powers of ten. */
  readonly isLog?: boolean
  /** Whether both axes do. */
  readonly isLogLog?: boolean
  /** What stands at a height. */
  readonly heightText?: (height: number) => string
  /** Then the lines would be too much. */
  readonly isOverShading?: boolean
}

/** Few ticks with short numbers; a quiet line at each height. */
export function Axes({ box, x, y, names, isLogLog = false, isLog = isLogLog, heightText, isOverShading }: Props) {
  const { left, right, top, bottom, em } = box
  const reserved = names?.[0] ? 0.7 * names[0].length * em : 0
  const across = Math.max(2, Math.min(5, (right - left) / (5 * em)))
  const acrossText = isLogLog ? power : short
  // A wide number would reach into the name, which has some room around it.
  const isFree = (tick: number) => x(tick) + Math.max(0.5, 0.3 * acrossText(tick).length - 0.5) * em < right - reserved
  const ticks = (isLogLog ? decades(x, across) : x.ticks(across)).filter(isFree)
  const widest = (0.3 + 0.62 * Math.max(...ticks.map((tick) => acrossText(tick).length))) * em
  const each = ticks.length > 1 ? Math.ceil(widest / Math.abs(x(ticks[1]) - x(ticks[0]))) : 1
  const xs = ticks.filter((_, i) => i % each === 0)
  const textOf = heightText ?? (isLog ? power : short)
  const ys = isLog ? decades(y, (bottom - top) / (1.6 * em)) : y.ticks(Math.max(2, (bottom - top) / (2.6 * em)))
  return (
    <g className="chart-axes" aria-hidden>
      {ys.map((tick) => (
        <g key={tick}>
          {!isOverShading && <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />}
          <text x={left - 0.4 * em} y={y(tick)} dy="0.35em" textAnchor="end">
            {textOf(tick)}
          </text>
        </g>
      ))}
      {xs.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 1.3 * em} textAnchor="middle">
          {acrossText(tick)}
        </text>
      ))}
      {names && (
        <>
          <text className="chart-axis-name" x={right} y={bottom + 1.3 * em} textAnchor="end">
            {names[0]}
          </text>
          <text className="chart-axis-name" x={left} y={top - 0.5 * em}>
            {names[1]}
          </text>
        </>
      )}
    </g>
  )
}

const power = (tick: number): string => `10${superscript(Math.round(Math.log10(tick)))}`

/** At most so many powers of ten within the scale. */
function decades(y: Scale, most: number): number[] {
  const [low, high] = y.domain().map(Math.log10)
  const stride = Math.max(1, Math.ceil((high - low) / Math.max(1, most)))
  const first = Math.ceil(low / stride) * stride
  return Array.from(
    { length: Math.max(0, Math.floor((high - first) / stride) + 1) },
    (_, i) => 10 ** (first + i * stride),
  )
}
