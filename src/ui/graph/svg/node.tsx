import type { Mode } from '../../../autodiff/pass.ts'
import type { Point } from '../../../layout/layout.ts'
import { blockNote } from '../../../picture/blockNote.ts'
import type { Anatomy, Slot } from '../../../picture/figure.ts'
import { BASELINE, nameParts } from '../../../picture/lettering.ts'
import { MARKS_OFF, SHEET_UNDER } from '../../../picture/marking.ts'
import type { Mark } from '../../../picture/marks.ts'
import { drawOutline, drawRoleMark } from '../../../picture/outline.ts'
import { pathData } from '../../../picture/pen.ts'
import type { Figure } from '../../../picture/structure.ts'
import type { Density } from '../../../picture/style.ts'
import { ArrayPicture } from '../heat/ArrayPicture.tsx'
import { Chip } from './chip.tsx'
import { Opener } from './opener.tsx'

interface Props {
  readonly figure: Figure
  readonly anatomy: Anatomy
  readonly centre: Point
  readonly density: Density
  readonly marks: readonly Mark[]
  /** The modes whose steps are marked here. */
  readonly modes: readonly Mode[]
}

const HERE: Point = { x: 0, y: 0 }

/**
 * A node without its numbers: those are painted into it. What is seen, with its symbols, lies beside the button, whose
 * label says the same in words.
 */
export function Node({ figure, anatomy, centre, density, marks, modes }: Props) {
  const { kind, output, name, id } = figure
  const { ring } = anatomy
  const outline = (grow: number, at = HERE) => pathData((pen) => drawOutline(pen, anatomy, at, grow))
  const [off, next] = MARKS_OFF[density]
  const beyond = ring + off + next * (modes.length - 1)
  return (
    <g
      className="node"
      data-kind={kind}
      data-density={density}
      data-heat={anatomy.cells?.isHeat || undefined}
      transform={`translate(${centre.x} ${centre.y})`}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        {(kind === 'module' || (figure.line && figure.opens)) && (
          <path d={outline(0, { x: SHEET_UNDER[density], y: -SHEET_UNDER[density] })} className="under" />
        )}
        {modes.map((mode, i) => (
          <path key={mode} className="mark" data-of={mode} d={outline(ring + off + next * i)} />
        ))}
        {output && <path d={outline(ring)} className="ring" />}
        <path d={outline(0)} className="body" />
        <path d={pathData((pen) => drawRoleMark(pen, figure, anatomy, HERE)) || undefined} className="role" />
        <SlotText slot={anatomy.symbol} shows="symbol" text={figure.symbol} />
        <Name figure={figure} slot={anatomy.name} inFull={density === 'full'} />
        {anatomy.cells ? (
          <g className="value">
            <ArrayPicture cells={anatomy.cells} shows="value" />
          </g>
        ) : (
          <SlotText slot={anatomy.value} shows="value" />
        )}
        {anatomy.chips.map((slot, i) => (
          <Chip key={marks[i]} slot={slot} mark={marks[i]} />
        ))}
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG */}
      <g className="target" role="button" tabIndex={-1} data-id={id} data-node={name || undefined}>
        <Title anatomy={anatomy} />
        <path d={outline(ring)} className="hit" />
        <path d={outline(beyond + 4)} className="focus-ring" />
      </g>
      <Opener figure={figure} anatomy={anatomy} />
    </g>
  )
}

/** What a heat map says when the pointer rests on it. */
function Title({ anatomy }: Pick<Props, 'anatomy'>) {
  const note = blockNote(anatomy)
  return note && <title>{note}</title>
}

interface TextProps {
  readonly slot: Slot | null
  readonly shows: 'symbol' | 'value'
  readonly text?: string
}

/** A text in its slot; without one, it is painted into it. */
export const SlotText = ({ slot, shows, text }: TextProps) =>
  slot && (
    <text
      className={shows}
      data-shows={shows}
      data-anchor={slot.anchor}
      x={slot.x}
      y={slot.y + BASELINE * slot.size}
      fontSize={slot.size}
    >
      {text}
    </text>
  )

interface NameProps {
  readonly figure: Figure
  readonly slot: Slot | null
  readonly inFull: boolean
}

/** The reader's name, or else that of the node's place on the tape; with room both. */
function Name({ figure, slot, inFull }: NameProps) {
  if (!slot) return null
  return (
    <text
      className="name"
      data-shows="name"
      data-anchor={slot.anchor}
      x={slot.x}
      y={slot.y + BASELINE * slot.size}
      fontSize={slot.size}
    >
      {nameParts(figure, inFull).map(({ what, text }) => (
        <tspan key={what} className={what}>
          {text}
        </tspan>
      ))}
    </text>
  )
}
