import { type ComponentType, lazy, Suspense } from 'react'
import { takesStage } from '../../state/chain.ts'
import { sidesOf } from '../../state/position.ts'
import { type Tab, useGradual } from '../../state/store.ts'
import { CameraControls, focusGraph, GraphPane } from '../graph/index.ts'
import { Header } from '../header/Header.tsx'
import { Inputs } from '../inputs/Inputs.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { Problems } from '../program/Problems.tsx'
import { ProgramEditor } from '../program/ProgramEditor.tsx'
import { Tally } from '../tally/Tally.tsx'
import { useTheme } from '../theme/useTheme.ts'
import { Transport } from '../transport/Transport.tsx'
import { Announcer } from './Announcer.tsx'
import { Notices } from './Notices.tsx'
import { Panel, TabList } from './Tabs.tsx'
import { useNarrow } from './useNarrow.ts'
import './app.css'

const Train = lazy(() => import('../train/TrainPanel.tsx'))

/** Of the graphs, training is about that of gradients, if it is shown. */
function TrainGraph() {
  const side = useGradual(({ shown }) => (shown === 'forward' ? shown : 'reverse'))
  return (
    <>
      <GraphPane key={side} side={side} />
      <CameraControls />
    </>
  )
}

/** The tabs' panels. They come after the graph, which is what the page is opened for. */
const PANELS = {
  step: lazy(() => import('../step/StepPanel.tsx')),
  trace: lazy(() => import('../trace/TraceTable.tsx')),
  jacobian: lazy(() => import('../jacobian/JacobianPanel.tsx')),
  cost: lazy(() => import('../cost/CostPanel.tsx')),
  chain: lazy(() => import('../chain/ChainPanel.tsx')),
  methods: lazy(() => import('../methods/MethodsPanel.tsx')),
  train: () => <Train graph={<TrainGraph />} />,
} satisfies Partial<Record<Tab, ComponentType>>
const Stage = lazy(() => import('../chain/stage/Stage.tsx'))
const GoTo = lazy(() => import('../goto/GoTo.tsx'))
const Help = lazy(() => import('../help/Help.tsx'))

function Panes() {
  const shown = useGradual((state) => state.shown)
  const trains = useGradual(({ tab }) => tab === 'train')
  const isStaged = useGradual(takesStage)
  const narrow = useNarrow()
  if (isStaged && !narrow)
    return (
      <Suspense>
        <Stage />
      </Suspense>
    )
  // The chapter on training has the graph in its own stage.
  if (trains) return null
  return (
    <>
      {sidesOf(shown).map((side) => (
        <GraphPane key={side} side={side} />
      ))}
      <CameraControls />
    </>
  )
}

/** The page: program left, graph in the centre, one panel right, the transport below; tabs on narrow screens. */
export function App() {
  useTheme()
  useShortcuts()
  return (
    <div className="app">
      <Header />
      <main className="app-main">
        <Panel tab="program" className="app-left">
          <h2>Program</h2>
          <div className="program-box">
            <ProgramEditor onToGraph={focusGraph} />
            <Problems />
          </div>
          <h2>Inputs</h2>
          <Inputs />
        </Panel>
        <Panel tab="graph" className="app-graph">
          <Panes />
        </Panel>
        <TabList />
        {(Object.keys(PANELS) as (keyof typeof PANELS)[]).map((tab) => {
          const Content = PANELS[tab]
          return (
            <Panel key={tab} tab={tab} className="app-panel">
              <Content />
            </Panel>
          )
        })}
      </main>
      <Tally />
      <Transport />
      <Notices />
      <Announcer />
      <Suspense>
        <Help />
        <GoTo />
      </Suspense>
    </div>
  )
}
