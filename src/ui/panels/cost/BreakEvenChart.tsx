import { area, type ScaleLogarithmic, scaleLog } from 'd3'
import type { BreakEven, Dimensions } from '../../../costs/breakEven.ts'
import { count, grouped } from '../../../language/words.ts'
import { MODE_SIGNS } from '../../../notation/modes.ts'
import { open } from '../../../state/openProgram.ts'
import { type ChartArea, ChartDrawing } from '../../kit/chart/ChartDrawing.tsx'
import { compact } from '../../kit/costs/words.ts'
import { namedShapes } from './shapes.ts'

/** Which mode would be cheaper for this graph with other numbers of inputs and outputs. */
export function BreakEvenChart({ even }: { readonly even: BreakEven }) {
  return (
    <figure className="cost-figure">
      <p className="cost-legend" aria-hidden>
        Fewer operations: <span data-role="forward">{MODE_SIGNS.forward} forward</span>
        <span data-role="reverse">{MODE_SIGNS.reverse} reverse</span>
      </p>
      <ChartDrawing says={boundaryText(even)} height={15} left={2.2} below={1.6}>
        {(box) => <Picture box={box} even={even} />}
      </ChartDrawing>
      <figcaption>{boundaryText(even)} The rings are programs of other shapes:</figcaption>
      <ul className="cost-shapes" aria-label="Programs of other shapes">
        {namedShapes.map(({ shape, program, d, c }) => (
          <li key={shape}>
            <button
              type="button"
              className="button"
              onClick={() => open(program)}
              title={`Opens a program with ${count(d, 'input')} and ${count(c, 'output')}`}
            >
              {shape} <span className="cost-quiet">{`${d} → ${c}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const rounded = (number: number): string => grouped(Number(number.toPrecision(3)))

function boundaryText({ tangent, adjoint, slope }: BreakEven): string {
  const means = `On average a tangent pass takes ${rounded(tangent)} operations here, an adjoint pass ${rounded(adjoint)}`
  if (tangent === 0 && adjoint === 0) return `${means}: both modes take what the primal pass takes, whatever the shape.`
  if (slope === 0) return `${means}: forward mode never takes more.`
  if (!Number.isFinite(slope)) return `${means}: reverse mode never takes more.`
  return `${means}. Reverse mode takes fewer operations below c = ${rounded(slope)}·d, forward mode above. For passes the dashed line c = d is the border.`
}

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]
/** Both scales begin below 1, so that there is room for what stands there. */
const LEAST_TICK = 0.6

interface Plane {
  readonly box: ChartArea
  readonly x: ScaleLogarithmic<number, number>
  readonly y: ScaleLogarithmic<number, number>
  readonly most: number
}

function planeOf(box: ChartArea, { d, c }: Dimensions): Plane {
  const most = POWERS.find((power) => power >= 10 && power >= 1.5 * Math.max(d, c)) ?? 1e8
  const scale = (from: number, to: number) => scaleLog([LEAST_TICK, most], [from, to]).clamp(true)
  return { box, most, x: scale(box.left, box.right), y: scale(box.bottom, box.top) }
}

function Picture({ box, even }: { readonly box: ChartArea; readonly even: BreakEven }) {
  const plane = planeOf(box, even.point)
  const { x, y, most } = plane
  return (
    <>
      {(even.tangent > 0 || even.adjoint > 0) && <Regions plane={plane} slope={even.slope} />}
      <line className="cost-diagonal" x1={x(LEAST_TICK)} y1={y(LEAST_TICK)} x2={x(most)} y2={y(most)} />
      <Axes {...plane} />
      {namedShapes.map(({ shape, d, c }) => (
        <circle key={shape} className="cost-ring" cx={x(d)} cy={y(c)} r={0.3 * box.em} />
      ))}
      <Program plane={plane} point={even.point} />
    </>
  )
}

/** Above and below the line c = slope·d. */
function Regions({ plane: { x, y, most }, slope }: { readonly plane: Plane; readonly slope: number }) {
  const samples = Array.from({ length: 121 }, (_, i) => LEAST_TICK * (most / LEAST_TICK) ** (i / 120))
  const between = (low: (d: number) => number, high: (d: number) => number) =>
    area<number>(
      (d) => x(d),
      (d) => y(low(d)),
      (d) => y(high(d)),
    )(samples) ?? ''
  const border = (d: number) => Math.min(most, Math.max(LEAST_TICK, slope * d))
  return (
    <>
      <path className="cost-region" data-role="reverse" d={between(() => LEAST_TICK, border)} />
      <path className="cost-region" data-role="forward" d={between(border, () => most)} />
    </>
  )
}

function Axes({ box: { left, bottom, top, em }, x, y, most }: Plane) {
  const ticks = POWERS.filter((power) => power <= most)
  const stride = Math.ceil(ticks.length / 4)
  const shown = ticks.filter((_, i) => i % stride === 0)
  return (
    <g className="cost-ticks" aria-hidden>
      {shown.map((tick) => (
        <text key={`x${tick}`} x={x(tick)} y={bottom + 1.25 * em} textAnchor={tick === most ? 'end' : 'middle'}>
          {compact(tick, 1000)}
        </text>
      ))}
      {shown.map((tick) => (
        <text key={`y${tick}`} x={left - 0.4 * em} y={y(tick)} dy={tick === most ? '0.9em' : '0.35em'} textAnchor="end">
          {compact(tick, 1000)}
        </text>
      ))}
      <text className="cost-axis" x={x(Math.sqrt(10) * 1.1)} y={bottom + 1.25 * em} textAnchor="middle">
        d
      </text>
      <text className="cost-axis" x={left - 0.4 * em} y={(y(1) + y(10)) / 2} textAnchor="end">
        c
      </text>
      <line x1={left} x2={left} y1={top} y2={bottom} />
      <line x1={left} x2={x(most)} y1={bottom} y2={bottom} />
    </g>
  )
}

/** Where the program stands, with its shape written below. */
function Program({ plane: { box, x, y }, point: { d, c } }: { readonly plane: Plane; readonly point: Dimensions }) {
  const isLow = y(c) > box.bottom - 2 * box.em
  const shape = `${grouped(d)} → ${grouped(c)}`
  const toLeft = x(d) > box.right - (1 + 0.6 * shape.length) * box.em
  return (
    <g className="cost-program">
      <circle cx={x(d)} cy={y(c)} r={0.42 * box.em} />
      <text
        x={x(d) + (toLeft ? -0.7 : 0.7) * box.em}
        y={y(c)}
        dy={isLow ? '1.05em' : '0.35em'}
        textAnchor={toLeft ? 'end' : 'start'}
      >
        {shape}
      </text>
    </g>
  )
}
