import type { ComponentType } from 'react'
import { takesStage } from '../../state/chain.ts'
import { type Tab, useGradual } from '../../state/store.ts'
import { focusGraph, Graphs } from '../graph/index.ts'
import { Header } from '../header/Header.tsx'
import { Inputs } from '../inputs/Inputs.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { late } from '../late/late.tsx'
import { Region } from '../late/Region.tsx'
import { ProgramEditor } from '../program/ProgramEditor.tsx'
import { Tally } from '../tally/Tally.tsx'
import { useTheme } from '../theme/useTheme.ts'
import { Transport } from '../transport/Transport.tsx'
import { Announcer } from './Announcer.tsx'
import { Notices } from './Notices.tsx'
import { Panel, TabList } from './Tabs.tsx'
import { useNarrow } from './useNarrow.ts'
import './app.css'

const Train = late('The panel “Train”', () => import('../train/TrainPanel.tsx'))

/** The tabs' panels. They come after the graph, which is what the page is opened for. */
const PANELS = {
  step: late('The panel “Step”', () => import('../step/StepPanel.tsx')),
  trace: late('The panel “Trace”', () => import('../trace/TraceTable.tsx')),
  jacobian: late('The panel “Jacobian”', () => import('../jacobian/JacobianPanel.tsx')),
  cost: late('The panel “Cost”', () => import('../cost/CostPanel.tsx')),
  chain: late('The panel “Chain rule”', () => import('../chain/ChainPanel.tsx')),
  methods: late('The panel “Methods”', () => import('../methods/MethodsPanel.tsx')),
  train: () => <Train graph={<Graphs />} />,
} satisfies Partial<Record<Tab, ComponentType>>
/** The opening has none. */
const Problems = late('The list of problems', () => import('../program/Problems.tsx'))
const Stage = late('The stage of the chain rule', () => import('../chain/stage/Stage.tsx'))
const GoTo = late('“Go to a node or step”', () => import('../goto/GoTo.tsx'), { apart: true })
const Help = late('The help', () => import('../help/Help.tsx'), { apart: true })
const Legend = late('The legend', () => import('../legend/Legend.tsx'), { apart: true })

function Panes() {
  const trains = useGradual(({ tab }) => tab === 'train')
  const isStaged = useGradual(takesStage)
  const narrow = useNarrow()
  if (isStaged && !narrow) return <Stage />
  // The chapter on training has the graph in its own stage.
  return trains ? null : <Graphs />
}

/** The page: program left, graph in the centre, one panel right, the transport below; tabs on narrow screens. */
export function App() {
  useTheme()
  useShortcuts()
  return (
    <div className="app">
      <Region name="The header">
        <Header />
      </Region>
      <main className="app-main">
        <Panel tab="program" className="app-left">
          <h2>Program</h2>
          <div className="program-box">
            <ProgramEditor onToGraph={focusGraph} />
            <Problems />
          </div>
          <h2>Inputs</h2>
          <Region name="The list of inputs">
            <Inputs />
          </Region>
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
      <Region name="The tally">
        <Tally />
      </Region>
      <Region name="Playback">
        <Transport />
      </Region>
      <Notices />
      <Announcer />
      <Help />
      <Legend />
      <GoTo />
    </div>
  )
}
