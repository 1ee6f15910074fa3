import type { DrawnStage } from '../../exports/momentPicture.ts'
import type { Graph } from '../../graph/graph.ts'
import { marksIn } from '../../picture/marks.ts'
import { restyled } from '../../picture/scene.ts'
import { sceneFor } from '../../picture/sceneFor.ts'
import { isStructureOf } from '../../picture/structure.ts'
import { stageOf } from '../panes.ts'
import type { State } from '../store.ts'
import { drawnScene } from './drawnScene.ts'

/** A pane for graphs that are not on the screen just now. */
const PANE = { width: 1200, height: 700, reading: 1 }

/** The graphs of the stage as they stand on the screen; of one that is not drawn, as they would stand in a pane. */
export function stageFor(state: State, graph: Graph): DrawnStage {
  const { panes, stacked } = stageOf(state)
  const scene = drawnScene.now
  const isDrawn = scene !== null && isStructureOf(scene.structure, graph)
  const whole = isDrawn
    ? scene
    : sceneFor(graph, panes[0], PANE, { direction: state.direction, constants: state.constants })
  return {
    ...{ stacked, shown: state.shown, preferred: state.preferred },
    panes: panes.map((modes) => ({
      modes,
      scene: restyled(whole, { ...whole.style, marks: marksIn(whole.style.marks, modes) }),
    })),
  }
}
