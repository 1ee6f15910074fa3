import { sidesOf } from '../../state/position.ts'
import { useGradual } from '../../state/store.ts'
import { GoTo } from '../goto/GoTo.tsx'
import { CameraControls, focusGraph, GraphPane } from '../graph/index.ts'
import { Header } from '../header/Header.tsx'
import { Help } from '../help/Help.tsx'
import { Inputs } from '../inputs/Inputs.tsx'
import { JacobianTable } from '../jacobian/JacobianTable.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { Problems } from '../program/Problems.tsx'
import { ProgramEditor } from '../program/ProgramEditor.tsx'
import { StepPanel } from '../step/StepPanel.tsx'
import { Tally } from '../tally/Tally.tsx'
import { useTheme } from '../theme/useTheme.ts'
import { TraceTable } from '../trace/TraceTable.tsx'
import { Transport } from '../transport/Transport.tsx'
import { Announcer } from './Announcer.tsx'
import { Notices } from './Notices.tsx'
import { Panel, TabList } from './Tabs.tsx'
import './app.css'

function Panes() {
  const shown = useGradual((state) => state.shown)
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
          <ProgramEditor onToGraph={focusGraph} />
          <Problems />
          <h2>Inputs</h2>
          <Inputs />
        </Panel>
        <Panel tab="graph" className="app-graph">
          <Panes />
        </Panel>
        <TabList />
        <Panel tab="step" className="app-panel">
          <StepPanel />
        </Panel>
        <Panel tab="trace" className="app-panel">
          <TraceTable />
        </Panel>
        <Panel tab="jacobian" className="app-panel">
          <JacobianTable />
        </Panel>
      </main>
      <Tally />
      <Transport />
      <Notices />
      <Announcer />
      <Help />
      <GoTo />
    </div>
  )
}
