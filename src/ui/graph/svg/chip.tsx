import type { ChipSlot } from '../../../picture/figure.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { CHIP_LINE, CHIP_SIGN } from '../../../picture/marking.ts'
import type { Mark } from '../../../picture/marks.ts'
import { drawRoundedBox } from '../../../picture/outline.ts'
import { pathData } from '../../../picture/pen.ts'
import { ArrayPicture } from '../heat/ArrayPicture.tsx'

interface Props {
  readonly slot: ChipSlot
  readonly mark: Mark
}

/** The place of a derivative, empty: what is written into it decides how wide its box is; an array's has the grid of its value. */
export function Chip({ slot, mark }: Props) {
  const { x, y, cells, size } = slot
  const shows = mark === 'forward' ? 'tangent' : 'adjoint'
  const width = cells ? slot.room : 0
  const left = slot.anchor === 'start' ? 0 : -width / 2
  const box = (inset: number) =>
    cells
      ? pathData((pen) =>
          drawRoundedBox(
            pen,
            ...([
              left + inset,
              inset - slot.height / 2,
              width - 2 * inset,
              slot.height - 2 * inset,
              slot.corner,
            ] as const),
          ),
        )
      : undefined
  return (
    <g className="chip" data-of={mark} transform={`translate(${x} ${y})`} visibility="hidden">
      <path className="chip-box" d={box(0)} />
      {mark !== 'forward' && <path className="chip-line" d={box(CHIP_LINE)} />}
      <text
        className="chip-text"
        data-shows={shows}
        x={cells ? left + slot.padding + CHIP_SIGN * size : undefined}
        y={BASELINE * size}
        fontSize={size}
      />
      {cells && <ArrayPicture cells={cells} shows={shows} from={slot} />}
    </g>
  )
}
