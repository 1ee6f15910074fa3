import { useMemo } from 'react'
import { derivativeSymbol } from '../../../notation/entryNames.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { hidesResults } from '../../../state/hiding.ts'
import { chooseEnds, type End, endAt, fromAtHand, scalarsOf, toAtHand } from '../../../state/question.ts'
import { currentSession } from '../../../state/session.ts'
import { change, useGradual } from '../../../state/store.ts'
import { EndChooser } from '../../kit/derivative/EndChooser.tsx'
import { HiddenPart } from '../../kit/hidden/HiddenPart.tsx'
import '../../kit/derivative/derivative.css'

import { isCut } from '../../../methods/heldCuts.ts'
import { stepsOf } from '../../../methods/measured.ts'
import { derivativeByMode, type Question, questionOf } from '../../../methods/question.ts'
import { late } from '../../kit/late/late.tsx'
import { Pills } from '../../kit/pills/Pills.tsx'
import { Scroller } from '../../kit/scroller/Scroller.tsx'
import { Automatic } from './automatic/Automatic.tsx'
import { ByHand } from './byHand/ByHand.tsx'
import { Dual } from './dual/Dual.tsx'
import { FourWays } from './FourWays.tsx'
import { Numerical } from './numerical/Numerical.tsx'
import { Section } from './Section.tsx'
import { Slope } from './slope/Slope.tsx'
import { Symbolic } from './symbolic/Symbolic.tsx'
import { useWays } from './useWays.ts'
import './methods.css'

const OwnEngine = late('Build your own', () => import('./own/OwnEngine.tsx'))

/** One derivative of the program on the screen, in four ways. */
export default function MethodsPanel() {
  const scalars = useGradual(scalarsOf)
  const graph = useGradual((state) => currentSession(state)?.graph)
  const chosenFrom = useGradual(fromAtHand)
  const chosenTo = useGradual(toAtHand)
  if (!scalars || !graph) return <p>Type a program: its derivatives appear here, in four ways.</p>
  if ('says' in scalars) return <p>{scalars.says}</p>
  const [from, to] = [endAt(graph, 'forward', chosenFrom), endAt(graph, 'reverse', chosenTo)]
  const question = from && to && questionOf(scalars, from.seed.name, to.seed.name)
  if (!question) return <p>Without an input and an output there is nothing to differentiate: write f = x^2, say.</p>
  const single = (end: End): End => ({ ...end, isWhole: false })
  return (
    <div className="methods">
      <div className="chain-row">
        <EndChooser
          graph={graph}
          mode="reverse"
          end={single(to)}
          whole={false}
          onChange={(name) => chooseEnds({ to: name })}
        />
        <EndChooser
          graph={graph}
          mode="forward"
          end={single(from)}
          whole={false}
          onChange={(name) => chooseEnds({ from: name })}
        />
      </div>
      <Sections question={question} />
    </div>
  )
}

/** The question alone, to be answered by hand. */
const WithoutResults = ({ question }: { readonly question: Question }) => (
  <>
    <p className="methods-figure">{derivativeSymbol(question.to.name, question.from.name)} = ?</p>
    <HiddenPart what="The other ways to it are" />
    <ByHand question={question} />
  </>
)

const SECTIONS = [
  { name: 'hand', title: 'By hand' },
  { name: 'symbolic', title: 'Symbolic' },
  { name: 'numerical', title: 'Numerical' },
  { name: 'automatic', title: 'Automatic' },
  { name: 'slope', title: 'Slope and nudge' },
  { name: 'dual', title: 'Dual numbers' },
  { name: 'own', title: 'Build your own' },
  { name: 'all', title: 'All' },
] as const

function Sections({ question }: { readonly question: Question }) {
  const exponent = useGradual((state) => state.numericalExponent)
  const section = useGradual((state) => state.methodsSection)
  const derivatives = useMemo(() => derivativeByMode(question), [question])
  const steps = useMemo(() => stepsOf(question, exponent, derivatives.reverse), [question, exponent, derivatives])
  const ways = useWays(question, derivatives, steps)
  const isHidden = useGradual(hidesResults)
  if (isHidden) return <WithoutResults question={question} />
  return (
    <>
      <p className="methods-figure">
        {derivativeSymbol(question.to.name, question.from.name)} ={' '}
        <b>
          <data value={exact(derivatives.reverse)}>{short(derivatives.reverse)}</data>
        </b>
      </p>
      <Scroller className="methods-scroll">
        <FourWays ways={ways} />
      </Scroller>
      <p className="methods-quiet">
        Operations for this one derivative, values included; errors are relative, against reverse mode. Differences take
        h = {short(steps.forward.h)}.
        {isCut(question.primal.graph) &&
          ' What stop_gradient gives is held at its value for differences, nudges and curves: moved along with its operand, it would change what no derivative sees.'}
      </p>
      <Pills
        name="Section"
        choices={SECTIONS}
        chosen={section}
        onChoose={(methodsSection) => change({ methodsSection })}
      />
      <Section name="hand" title="By hand">
        <ByHand question={question} />
      </Section>
      <Section name="symbolic" title="Symbolic">
        <Symbolic question={question} />
      </Section>
      <Section name="numerical" title="Numerical">
        <Numerical question={question} steps={steps} exponent={exponent} />
      </Section>
      <Section name="automatic" title="Automatic">
        <Automatic question={question} derivatives={derivatives} />
      </Section>
      <Section name="slope" title="Slope and nudge">
        <Slope question={question} />
      </Section>
      <Section name="dual" title="Dual numbers">
        <Dual question={question} />
      </Section>
      <Section name="own" title="Build your own">
        <OwnEngine from={question.from.name} to={question.to.name} />
      </Section>
    </>
  )
}
