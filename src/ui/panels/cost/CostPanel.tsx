import type { ReactNode } from 'react'
import { MODES } from '../../../autodiff/pass.ts'
import type { CostSection } from '../../../state/choices/sections.ts'
import { type Costs, costsNow, useCosts } from '../../../state/costs.ts'
import { hidesCounts, hidesResults } from '../../../state/hiding.ts'
import { race } from '../../../state/playback.ts'
import { currentSession } from '../../../state/session.ts'
import { change, useGradual } from '../../../state/store.ts'
import { costVerdict } from '../../kit/costs/words.ts'
import { GlossaryTerm } from '../../kit/glossary/GlossaryTerm.tsx'
import { HiddenPart } from '../../kit/hidden/HiddenPart.tsx'
import { DataSwitch } from '../../kit/number/DataSwitch.tsx'
import { Pills } from '../../kit/pills/Pills.tsx'
import { BreakEvenChart } from './BreakEvenChart.tsx'
import { Checkpoints } from './Checkpoints.tsx'
import { CostModel } from './CostModel.tsx'
import { Directions } from './Directions.tsx'
import { MemoryStrip } from './MemoryStrip.tsx'
import { Operations } from './Operations.tsx'
import { Ratios } from './Ratios.tsx'
import './cost.css'

/** What the modes cost: which is cheaper, and why. */
export default function CostPanel() {
  const known = useCosts((state) => state.costs)
  const isCounting = useCosts((state) => costsNow(state) === null)
  const hasGraph = useGradual((state) => currentSession(state) !== null)
  if (!known) return <p className="cost-quiet">{hasGraph ? 'Counting …' : 'There is no graph yet.'}</p>
  return (
    <div className="cost" aria-busy={isCounting} inert={isCounting}>
      <Sections costs={known} />
    </div>
  )
}

const SECTIONS = [
  { name: 'operations', title: 'Operations' },
  { name: 'memory', title: 'Memory' },
  { name: 'even', title: 'Break-even' },
  { name: 'all', title: 'All' },
] as const

function Sections({ costs }: { readonly costs: Costs }) {
  const racing = useGradual(({ position }) => position.race !== undefined)
  const section = useGradual((state) => state.costSection)
  const shows = (name: CostSection) => section === name || section === 'all'
  const counts = useGradual(hidesCounts)
  const isHidden = useGradual(hidesResults) || counts
  const { d, c } = costs.even.point
  if (counts) return <HiddenPart what="Counts are" />
  if (d === 0 || c === 0) return <p className="cost-verdict">{costVerdict(costs.even)}</p>
  return (
    <>
      <section className="cost-head">
        {isHidden ? <HiddenPart what="The verdict is" /> : <p className="cost-verdict">{costVerdict(costs.even)}</p>}
        <DataSwitch />
        {!racing && (
          <button type="button" className="button" onClick={() => race()}>
            Race the modes
          </button>
        )}
      </section>
      <Pills name="Section" choices={SECTIONS} chosen={section} onChoose={(costSection) => change({ costSection })} />
      {shows('operations') && (
        <Section name="operations" title={<GlossaryTerm name="operations">Operations</GlossaryTerm>}>
          <Operations costs={costs} />
          <Directions costs={costs} />
          <Ratios costs={costs} />
        </Section>
      )}
      {shows('memory') && (
        <Section name="memory" title={<GlossaryTerm name="stored">Memory</GlossaryTerm>}>
          <p className="cost-quiet">A number is alive from the step that writes it to the last step that reads it.</p>
          {MODES.map((mode) => (
            <MemoryStrip key={mode} costs={costs} mode={mode} />
          ))}
          <Checkpoints costs={costs} />
        </Section>
      )}
      {shows('even') && (
        <Section name="even" title={<GlossaryTerm name="breakEven">Break-even</GlossaryTerm>}>
          <BreakEvenChart even={costs.even} />
        </Section>
      )}
      <CostModel />
    </>
  )
}

interface SectionProps {
  readonly name: CostSection
  readonly title: ReactNode
  readonly children: ReactNode
}

const Section = ({ name, title, children }: SectionProps) => (
  <section aria-labelledby={`cost-${name}`}>
    <h2 id={`cost-${name}`}>{title}</h2>
    {children}
  </section>
)
