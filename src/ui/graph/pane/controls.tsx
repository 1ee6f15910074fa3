import {
  ArrowRight,
  ArrowUp,
  CircleDot,
  Columns2,
  GitCompareArrows,
  Grid3x3,
  type LucideIcon,
  Merge,
  Rows2,
  Shapes,
  Square,
  SquareEqual,
} from 'lucide-react'
import { MOST_ELEMENTS } from '../../../picture/structure.ts'
import { setSharing, setUnrolled } from '../../../state/document.ts'
import { isEmbedded } from '../../../state/embedded.ts'
import { later } from '../../../state/later.ts'
import { nameOfStage } from '../../../state/panes.ts'
import { change, useGradual } from '../../../state/store.ts'
import type { Panes } from '../../../trace/position.ts'
import { toggleDialog, useIsOpen } from '../../kit/dialog/opened.ts'
import { useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from '../camera/viewer.ts'
import { Overview } from './lateOverview.ts'
import { Tool } from './tool.tsx'
import { ViewerControls } from './viewerControls.tsx'

/** What a button says that is pressed because the user pressed it. */
const AGAIN = '; press again to leave it to the room there is'

/** Turns the flow of the graph, left to right or from the bottom up as lectures draw it; and gives it back to the pane. */
function Turn() {
  const chosen = useGradual((state) => state.direction)
  const drawn = useArrangement(({ scene }) => scene?.style.direction ?? 'right')
  const to = chosen ?? (drawn === 'right' ? 'up' : 'right')
  const name = to === 'up' ? 'Draw from the bottom up' : 'Draw from left to right'
  return (
    <Tool
      name={name}
      title={chosen ? name + AGAIN : name}
      icon={to === 'up' ? ArrowUp : ArrowRight}
      aria-pressed={chosen !== null}
      onClick={() => change({ direction: chosen ? null : to })}
    />
  )
}

interface SwitchProps {
  readonly name: string
  readonly icon: LucideIcon
  readonly on: boolean
  /** What its title says while it is on, and while it is off. */
  readonly says: readonly [on: string, off: string]
  readonly onClick: () => void
}

/** A button for what is drawn so or so. */
const Switch = ({ name, icon, on, says, onClick }: SwitchProps) => (
  <Tool name={name} title={on ? says[0] : says[1]} icon={icon} aria-pressed={on} onClick={onClick} />
)

/** Whether equal subexpressions are one node; without it, the graph shows what sharing saves. */
function Sharing() {
  const shares = useGradual((state) => state.shareSubexpressions)
  return (
    <Switch
      name="Share equal subexpressions"
      icon={Merge}
      on={shares}
      says={['Equal subexpressions are one node', 'Each subexpression is a node of its own']}
      onClick={() => setSharing(!shares)}
    />
  )
}

const UNROLL = 'Write arrays as numbers'

/** Whether arrays are written out as numbers, one node each; only where there are arrays. */
function Unroll() {
  const unrolled = useGradual((state) => state.unrolled)
  const isArrayProgram = useGradual(({ compilation }) =>
    compilation.inputs.some(({ value }) => typeof value !== 'number'),
  )
  const hasArrays = useArrangement(({ scene }) => scene?.structure.hasArrays ?? false)
  if (!isArrayProgram && !hasArrays) return null
  const tooMany = 'Too many numbers to write out all arrays: open single nodes instead'
  return (
    <Switch
      name={UNROLL}
      icon={Grid3x3}
      on={unrolled}
      says={[hasArrays ? tooMany : 'Each number is a node of its own', UNROLL]}
      onClick={() => setUnrolled(!unrolled)}
    />
  )
}

/** Whether constants are nodes, or stand in the operations that read them. */
function ConstantsAsNodes() {
  const constants = useGradual((state) => state.constants)
  const isLarge = useGradual(({ compilation }) => (compilation.graph?.size ?? 0) > MOST_ELEMENTS)
  if (isLarge) return null
  const asNodes = constants === 'nodes'
  return (
    <Switch
      name="Draw constants as nodes"
      icon={CircleDot}
      on={asNodes}
      says={['Constants are nodes', 'Constants stand in the operations that read them']}
      onClick={() => change({ constants: asNodes ? 'inside' : 'nodes' })}
    />
  )
}

/** Whether each definition is one line, with all that computes it, or nodes; and gives it back to the pane. */
function DefinitionsAsLines() {
  const chosen = useGradual((state) => state.definitions)
  const areLines = useArrangement(({ scene }) => scene?.style.density === 'line')
  return (
    <Switch
      name="Draw definitions as lines"
      icon={SquareEqual}
      on={areLines}
      says={['Each definition is one line; open it to see its nodes', 'All nodes of a definition are drawn']}
      onClick={() => change({ definitions: chosen ? null : areLines ? 'nodes' : 'lines' })}
    />
  )
}

const ARRANGEMENTS: readonly { readonly panes: Panes; readonly name: string; readonly icon: LucideIcon }[] = [
  { panes: 'over', name: 'Both modes on one graph', icon: Square },
  { panes: 'side', name: 'A graph for each mode, side by side', icon: Columns2 },
  { panes: 'stack', name: 'A graph for each mode, one above the other', icon: Rows2 },
]

/** How both modes share the stage; only in Compare. */
function Arrangements() {
  const compares = useGradual((state) => state.shown === 'compare')
  const chosen = useGradual((state) => state.panes)
  const at = useGradual(nameOfStage)
  const isBeside = useGradual((state) => state.beside !== null)
  if (!compares || isBeside) return null
  return ARRANGEMENTS.map(({ panes, name, icon }) => (
    <Tool
      key={panes}
      name={name}
      title={panes === at && chosen ? name + AGAIN : name}
      icon={icon}
      aria-pressed={panes === at}
      onClick={() => change({ panes: panes === at ? null : panes })}
    />
  ))
}

const keeping = later('What keeps a program beside', () => import('../../../state/beside/kept.ts'))

/** Whether the program as it was stands beside what becomes of it. */
function KeepBeside() {
  const keeps = useGradual((state) => state.beside !== null)
  const isWhole = useGradual(({ compilation }) => compilation.graph !== null && !compilation.outOfDate)
  if (!keeps && !isWhole) return null
  return (
    <Switch
      name="Keep this program beside"
      icon={GitCompareArrows}
      on={keeps}
      says={['The program that was kept stands beside (V)', 'Keep this program beside what becomes of it (V)']}
      onClick={async () => (await keeping.ask())?.toggleBeside()}
    />
  )
}

/** What shapes, lines and signs mean. */
function LegendButton() {
  const isOpen = useIsOpen('legend')
  return (
    <Tool
      className="legend-button"
      name="Legend"
      title="Legend (L)"
      icon={Shapes}
      aria-expanded={isOpen}
      onClick={() => toggleDialog('legend')}
    />
  )
}

/** What an embed leaves as its link has it. */
const HowItIsDrawn = () => (
  <>
    <Turn />
    <Arrangements />
    <Sharing />
    <ConstantsAsNodes />
    <DefinitionsAsLines />
    <Unroll />
    <KeepBeside />
    <LegendButton />
  </>
)

/** Buttons for camera, direction, sharing and what is drawn how, which all panes have in common; rendered once in the page. */
export default function CameraControls() {
  return (
    <ViewerControls viewer={graphViewer} name="View of the graph">
      {!isEmbedded && <HowItIsDrawn />}
      <Overview keeps />
    </ViewerControls>
  )
}
