import type { Area, Point } from '../../../layout/layout.ts'
import { anatomyOf } from '../../../picture/anatomy.ts'
import { type Anatomy, borderOf, type Cells as CellsSlot, type ChipSlot, type Drawn } from '../../../picture/figure.ts'
import { type Mark, SIGNS } from '../../../picture/marks.ts'
import { drawOutline, drawRoleMark } from '../../../picture/outline.ts'
import { pathData } from '../../../picture/pen.ts'
import type { Style } from '../../../picture/style.ts'
import { ArrayPicture } from '../../graph/heat/ArrayPicture.tsx'
import { paintArray } from '../../graph/heat/paint.ts'
import { Chip } from '../../graph/svg/chip.tsx'
import { mark, paintChip } from '../../graph/svg/elements.ts'
import { SlotText } from '../../graph/svg/node.tsx'
import { LegendSample } from './LegendSample.tsx'

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
  const outline = (grow: number, at = HERE) => pathData((pen) => drawOutline(pen, anatomy, at, grow))
  return (
    <LegendSample area={value === '' ? areaOf(borderOf(anatomy)) : areaWith(anatomy)}>
      <g className="node" data-kind={figure.kind} data-density={style.density} data-reached={reached ? '' : undefined}>
        {figure.kind === 'module' && <path d={outline(0, UNDER)} className="under" />}
        {figure.output && <path d={outline(anatomy.ring)} className="ring" />}
        <path d={outline(0)} className="body" />
        <path d={pathData((pen) => drawRoleMark(pen, figure, anatomy, HERE)) || undefined} className="role" />
        <SlotText slot={anatomy.symbol} shows="symbol" text={figure.symbol} />
        <SlotText slot={anatomy.value} shows="value" text={value} />
        {anatomy.cells && entries && <Cells cells={anatomy.cells} entries={entries} />}
        {anatomy.chips.map((chip, i) => (
          <Derivative key={marks[i]} slot={chip} mark={marks[i]} text={derivatives[marks[i]] ?? ''} />
        ))}
      </g>
    </LegendSample>
  )
}

/** An array's entries, painted as in the graph. */
function Cells({ cells, entries }: { readonly cells: CellsSlot; readonly entries: readonly number[] }) {
  function paint(place: SVGGElement | null): void {
    const element = place?.firstElementChild
    if (element) paintArray(element, cells, { numbers: entries, present: null })
  }
  return (
    <g ref={paint}>
      <ArrayPicture cells={cells} shows="value" />
    </g>
  )
}

/** A chip, painted as in the graph. */
function Derivative({ slot, mark: of, text }: { readonly slot: ChipSlot; readonly mark: Mark; readonly text: string }) {
  function paint(place: SVGGElement | null): void {
    const chip = place?.firstElementChild as SVGGElement | null
    if (!chip) return
    paintChip(chip, slot, SIGNS[of] + text)
    mark(chip, 'data-absent', text === '–' ? '' : null)
  }
  return (
    <g ref={paint}>
      <Chip slot={slot} mark={of} />
    </g>
  )
}
