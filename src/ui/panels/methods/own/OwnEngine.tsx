import { useMemo } from 'react'
import { DEPARTURE_TOKENS } from '../../../../autodiff/choices/departed.ts'
import type { Mode } from '../../../../autodiff/pass.ts'
import { DECISIONS, DEPARTURES, departuresFrom } from '../../../../lessons/broken/departures.ts'
import type { EngineToken } from '../../../../state/choices/methods.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { RunBeside } from './RunBeside.tsx'
import './own.css'

interface Props {
  readonly from: string
  readonly to: string
}

/** An engine of the user’s own: each choice of a sweep, and the first node where it goes wrong. */
export default function OwnEngine({ from, to }: Props) {
  const tokens = useGradual((state) => state.ownEngine)
  const departures = useMemo(() => DEPARTURE_TOKENS.filter((token) => tokens.has(token)), [tokens])
  const mode: Mode = tokens.has('forward') ? 'forward' : 'reverse'
  return (
    <>
      <Explanation source="Griewank and Walther 2008">
        A pass is a handful of choices. Make them yourself, and your engine runs beside the right one until they part.
      </Explanation>
      <div className="own-choices">
        <Decision
          title="Mode"
          right="reverse: adjoints"
          others={[['forward', 'forward: tangents']]}
          chosen={tokens}
          onChoose={(token) => choose(tokens, ['forward'], token)}
        />
        {DECISIONS.map(({ decision, title, right }) => (
          <Decision
            key={decision}
            title={title}
            right={right}
            others={departuresFrom(decision).map((token) => [token, DEPARTURES[token].title])}
            chosen={tokens}
            onChoose={(token) => choose(tokens, departuresFrom(decision), token)}
          />
        ))}
      </div>
      <RunBeside mode={mode} seed={mode === 'forward' ? from : to} tokens={departures} />
    </>
  )
}

/** One of a decision’s choices takes the place of the others; the right one has no token. */
function choose(tokens: ReadonlySet<EngineToken>, others: readonly EngineToken[], token: string): void {
  const kept = [...tokens].filter((each) => !others.includes(each))
  change({ ownEngine: new Set([...kept, ...others.filter((each) => each === token)]) })
}

interface DecisionProps {
  readonly title: string
  readonly right: string
  readonly others: readonly (readonly [token: EngineToken, title: string])[]
  readonly chosen: ReadonlySet<EngineToken>
  readonly onChoose: (token: string) => void
}

function Decision({ title, right, others, chosen, onChoose }: DecisionProps) {
  const value = others.find(([token]) => chosen.has(token))?.[0] ?? ''
  return (
    <label data-departs={value !== '' || undefined}>
      <span>{title}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{right}</option>
        {others.map(([token, name]) => (
          <option key={token} value={token}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
