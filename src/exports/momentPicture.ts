import type { Mode } from '../autodiff/pass.ts'
import * as formulas from '../notation/partials.ts'
import type { DrawnPicture, DrawnShape } from '../picture/drawing/drawing.ts'
import { drawingOf } from '../picture/drawing/drawingOf.ts'
import { momentOf } from '../picture/moment/paneMoment.ts'
import type { Scene } from '../picture/scene.ts'
import { narrate } from '../trace/narration/index.ts'
import { frameOf, modesOf, type Position, type Shown } from '../trace/position.ts'
import { positionWords } from '../trace/positionWords.ts'
import type { Session } from '../trace/sessionOf.ts'
import type { MomentPicture } from './exported.ts'
import { placed } from './placed.ts'

/** A graph of the stage, and the modes that it shows. */
interface StagePane {
  readonly scene: Scene
  readonly modes: readonly Mode[]
}

/** The graphs of the stage beside each other, or one above the other. */
export interface DrawnStage {
  readonly panes: readonly StagePane[]
  readonly stacked: boolean
  readonly shown: Shown
  /** The mode that is spoken of where both are shown. */
  readonly preferred: Mode
}

/** Between two graphs, in px. */
const BETWEEN = 40

/** What the stage shows of a session at a position: the session as it may be shown, with what is hidden as NaN. */
export function momentPicture(
  session: Session,
  stage: DrawnStage,
  position: Position,
  { theme, program, link }: Pick<MomentPicture, 'theme' | 'program' | 'link'>,
): MomentPicture {
  const drawings = stage.panes.map(({ scene, modes }) =>
    drawingOf(
      scene,
      modes.map((mode) => momentOf(session, position, mode)),
      formulas,
    ),
  )
  return {
    ...{ theme, program, link, drawing: together(drawings, stage.stacked) },
    title: positionWords(session.timeline, stage.shown, position, stage.preferred),
    sentence: sentenceAt(session, stage.shown, position),
  }
}

const TITLE = { forward: 'Forward', reverse: 'Reverse' } as const

/** What the step does, of each mode that is shown. */
function sentenceAt({ timeline }: Session, shown: Shown, position: Position): string {
  const told = modesOf(shown).map((mode) => ({ mode, frame: frameOf(timeline, position, mode) }))
  if (told.length === 1 || told[0].frame.pass.kind === 'primal') return narrate(told[0].frame).sentence
  return told.map(({ mode, frame }) => `${TITLE[mode]}: ${narrate(frame).sentence}`).join(' ')
}

function together(drawings: readonly DrawnPicture[], stacked: boolean): DrawnPicture {
  let [width, height] = [0, 0]
  const shapes: DrawnShape[] = []
  for (const drawing of drawings) {
    const [x, y] = stacked ? [0, height && height + BETWEEN] : [width && width + BETWEEN, 0]
    shapes.push(...(x || y ? drawing.shapes.map((shape) => moved(shape, x, y)) : drawing.shapes))
    width = Math.max(width, x + drawing.width)
    height = Math.max(height, y + drawing.height)
  }
  return { width, height, shapes }
}

/** A shape so many px further to the right and down. */
export const moved = (shape: DrawnShape, x: number, y: number): DrawnShape =>
  placed(shape, { scale: 1, by: { x, y }, parts: 100 })
