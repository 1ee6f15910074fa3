import {
  ArrowRight,
  ArrowUp,
  CircleDot,
  Columns2,
  Grid3x3,
  type LucideIcon,
  Merge,
  Rows2,
  Shapes,
  Square,
  SquareEqual,
} from 'lucide-react'
import { useEffect } from 'react'
import { MOST_ELEMENTS } from '../../picture/structure.ts'
import { setUnrolled, share } from '../../state/document.ts'
import { nameOfStage } from '../../state/panes.ts'
import type { Panes } from '../../state/position.ts'
import { change, useGradual } from '../../state/store.ts'
import { toggleLegend, useIsOpen } from '../dialog/opened.ts'
import { useArrangement } from './arrangement.ts'
import { keepStepInView } from './keepInView.ts'
import { Overview } from './lateOverview.ts'
import { graphViewer } from './viewer.ts'
import { ViewerControls } from './viewerControls.tsx'

/** Turns the flow of the graph: left to right, or from the bottom up as lectures draw it. */
function Turn() {
  const direction = useArrangement(({ scene }) => scene?.style.direction ?? 'right')
  const other = direction === 'right' ? 'up' : 'right'
  const name = other === 'up' ? 'Draw from the bottom up' : 'Draw from left to right'
  const Icon = other === 'up' ? ArrowUp : ArrowRight
  return (
    <button type="button" aria-label={name} title={name} onClick={() => change({ direction: other })}>
      <Icon aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether equal subexpressions are one node; without it, the graph shows what sharing saves. */
function Sharing() {
  const shares = useGradual((state) => state.shareSubexpressions)
  return (
    <button
      type="button"
      aria-label="Share equal subexpressions"
      title={shares ? 'Equal subexpressions are one node' : 'Each subexpression is a node of its own'}
      aria-pressed={shares}
      onClick={() => share(!shares)}
    >
      <Merge aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether arrays are written out as numbers, one node each; only where there are arrays. */
function Unroll() {
  const unrolled = useGradual((state) => state.unrolled)
  const isArrayProgram = useGradual(({ compilation }) =>
    compilation.inputs.some(({ value }) => typeof value !== 'number'),
  )
  const hasArrays = useArrangement(({ scene }) => scene?.structure.hasArrays ?? false)
  if (!isArrayProgram && !hasArrays) return null
  const tooMany = 'Too many numbers to write out all arrays: open single nodes instead'
  const title = unrolled ? (hasArrays ? tooMany : 'Each number is a node of its own') : 'Write arrays as numbers'
  return (
    <button
      type="button"
      aria-label="Write arrays as numbers"
      title={title}
      aria-pressed={unrolled}
      onClick={() => setUnrolled(!unrolled)}
    >
      <Grid3x3 aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether constants are nodes, or stand in the operations that read them. */
function ConstantsAsNodes() {
  const constants = useGradual((state) => state.constants)
  const isLarge = useGradual(({ compilation }) => (compilation.graph?.size ?? 0) > MOST_ELEMENTS)
  if (isLarge) return null
  const asNodes = constants === 'nodes'
  return (
    <button
      type="button"
      aria-label="Draw constants as nodes"
      title={asNodes ? 'Constants are nodes' : 'Constants stand in the operations that read them'}
      aria-pressed={asNodes}
      onClick={() => change({ constants: asNodes ? 'inside' : 'nodes' })}
    >
      <CircleDot aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether each definition is one line, with all that computes it, or nodes; left to the pane until it is pressed. */
function DefinitionsAsLines() {
  const areLines = useArrangement(({ scene }) => scene?.style.density === 'line')
  return (
    <button
      type="button"
      aria-label="Draw definitions as lines"
      title={areLines ? 'Each definition is one line; open it to see its nodes' : 'All nodes of a definition are drawn'}
      aria-pressed={areLines}
      onClick={() => change({ definitions: areLines ? 'nodes' : 'lines' })}
    >
      <SquareEqual aria-hidden size="1.15em" />
    </button>
  )
}

const ARRANGEMENTS: readonly { readonly panes: Panes; readonly name: string; readonly Icon: LucideIcon }[] = [
  { panes: 'over', name: 'Both modes on one graph', Icon: Square },
  { panes: 'side', name: 'A graph for each mode, side by side', Icon: Columns2 },
  { panes: 'stack', name: 'A graph for each mode, one above the other', Icon: Rows2 },
]

/** How both modes share the stage; only in Compare. */
function Arrangements() {
  const compares = useGradual((state) => state.shown === 'compare')
  const at = useGradual((state) => nameOfStage(state))
  if (!compares) return null
  return ARRANGEMENTS.map(({ panes, name, Icon }) => (
    <button
      key={panes}
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={panes === at}
      onClick={() => change({ panes })}
    >
      <Icon aria-hidden size="1.15em" />
    </button>
  ))
}

/** What shapes, lines and signs mean. */
function LegendButton() {
  const isOpen = useIsOpen('legend')
  return (
    <button
      type="button"
      className="legend-button"
      aria-label="Legend"
      title="Legend (L)"
      aria-expanded={isOpen}
      onClick={toggleLegend}
    >
      <Shapes aria-hidden size="1.15em" />
    </button>
  )
}

/** Buttons for camera, direction, sharing and what is drawn how, which all panes have in common; rendered once in the page. */
export function CameraControls() {
  useEffect(keepStepInView, [])
  return (
    <ViewerControls viewer={graphViewer} name="View of the graph">
      <Turn />
      <Arrangements />
      <Sharing />
      <ConstantsAsNodes />
      <DefinitionsAsLines />
      <Unroll />
      <LegendButton />
      <Overview />
    </ViewerControls>
  )
}
