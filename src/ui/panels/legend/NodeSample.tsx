import type { Point } from '../../../layout/layout.ts'
import { anatomyOf } from '../../../picture/anatomy.ts'
import type { Area } from '../../../picture/camera.ts'
import { type Anatomy, borderOf, type Drawn } from '../../../picture/figure.ts'
import { type Mark, SIGNS } from '../../../picture/marks.ts'
import { drawOutline, drawRoleMark } from '../../../picture/outline.ts'
import { pathData } from '../../../picture/pen.ts'
import type { Style } from '../../../picture/style.ts'
import { ArrayPicture } from '../../graph/heat/ArrayPicture.tsx'
import { paintArray } from '../../graph/heat/paint.ts'
import { Chip } from '../../graph/svg/chip.tsx'
import { BASELINE, mark, paintChip } from '../../graph/svg/elements.ts'
import { Sample } from './Sample.tsx'

interface Props {
  readonly figure: Drawn
  readonly value?: string
  /** What stands in the places of its derivatives; a dash where no path leads. */
  readonly derivatives?: Partial<Readonly<Record<Mark, string>>>
  readonly entries?: readonly number[]
  /** Whether the primal pass has been here. */
  readonly reached?: boolean
}

const HERE: Point = { x: 0, y: 0 }
/** How far the second sheet of a module stands out. */
const UNDER = { x: 3, y: -3 }

const areaOf = ({ x, y }: Point): Area => ({ left: -x, right: x, top: -y, bottom: y })

const areaWith = ({ room }: Anatomy): Area => ({
  ...{ left: -room.left, right: room.right, top: -room.top, bottom: room.bottom },
})

/** A node as the graph has it: the same anatomy, outlines and style sheet. */
export function NodeSample({ figure, value = '', derivatives = {}, entries, reached = true }: Props) {
  const marks = (Object.keys(SIGNS) as Mark[]).filter((each) => derivatives[each] !== undefined)
  const style: Style = { density: 'compact', direction: 'right', marks }
  const anatomy = anatomyOf(figure, style)
  const { symbol, value: slot, chips, cells, ring } = anatomy
  const outline = (grow: number, at = HERE) => pathData((pen) => drawOutline(pen, anatomy, at, grow))
  return (
    <Sample area={value === '' ? areaOf(borderOf(anatomy)) : areaWith(anatomy)}>
      <g className="node" data-kind={figure.kind} data-density={style.density} data-reached={reached ? '' : undefined}>
        {figure.kind === 'module' && <path d={outline(0, UNDER)} className="under" />}
        {figure.output && <path d={outline(ring)} className="ring" />}
        <path d={outline(0)} className="body" />
        <path d={pathData((pen) => drawRoleMark(pen, figure, anatomy, HERE)) || undefined} className="role" />
        {symbol && (
          <text className="symbol" x={symbol.x} y={symbol.y + BASELINE * symbol.size} fontSize={symbol.size}>
            {figure.symbol}
          </text>
        )}
        {slot && (
          <text
            className="value"
            data-anchor={slot.anchor}
            x={slot.x}
            y={slot.y + BASELINE * slot.size}
            fontSize={slot.size}
          >
            {value}
          </text>
        )}
        {cells && entries && (
          <g ref={(place) => paintCells(place)}>
            <ArrayPicture cells={cells} shows="value" />
          </g>
        )}
        {chips.map((chip, i) => (
          <g key={marks[i]} ref={(place) => write(place, i)}>
            <Chip slot={chip} mark={marks[i]} />
          </g>
        ))}
      </g>
    </Sample>
  )

  function paintCells(place: SVGGElement | null): void {
    const element = place?.firstElementChild
    if (element && cells && entries) paintArray(element, cells, { numbers: entries, present: null })
  }

  function write(place: SVGGElement | null, i: number): void {
    const chip = place?.firstElementChild as SVGGElement | null
    if (!chip) return
    const text = derivatives[marks[i]] ?? ''
    paintChip(chip, chips[i], SIGNS[marks[i]] + text)
    mark(chip, 'data-absent', text === '–' ? '' : null)
  }
}
