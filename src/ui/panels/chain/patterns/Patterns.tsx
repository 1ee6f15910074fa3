import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { count } from '../../../../language/words.ts'
import { type NodePattern, nodesWith, patternsOf } from '../../../../methods/patterns.ts'
import { tapeSymbol, titleOf } from '../../../../notation/symbols.ts'
import type { PatternName } from '../../../../state/choices/chain.ts'
import { hidesWords } from '../../../../state/hiding.ts'
import { show } from '../../../../state/playback.ts'
import { seed } from '../../../../state/seedPass.ts'
import { frameAtHand, type Session } from '../../../../state/session.ts'
import { change, now, useGradual } from '../../../../state/store.ts'
import { activeNode } from '../../../../trace/frame.ts'
import { narrate } from '../../../../trace/narration/index.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import { HiddenPart } from '../../../kit/hidden/HiddenPart.tsx'
import type { ViewProps } from '../view.ts'
import { ADJOINT_PATTERNS, litAt, litBy } from './kinds.ts'

/** What each node does with its adjoint, over the whole graph or at the step at hand. */
export default function Patterns({ session }: ViewProps) {
  const { primal } = session
  const isHidden = useGradual(hidesWords)
  const patterns = useMemo(() => patternsOf(primal), [primal])
  const kinds = useGradual((state) => state.patternsLit)
  const frame = useGradual(useShallow(frameAtHand))
  const active = frame?.pass.kind === 'adjoint' ? activeNode(frame) : null
  useEmphasis(
    useMemo(() => {
      if (kinds.size > 0) return litBy(primal, patterns, kinds)
      return active === null ? null : litAt(primal, patterns[active], active)
    }, [primal, patterns, kinds, active]),
  )
  if (isHidden) return <HiddenPart what="The names of patterns are" />
  const toggle = (kind: PatternName) => {
    const next = new Set(kinds)
    if (!next.delete(kind)) next.add(kind)
    change({ patternsLit: next })
  }
  return (
    <>
      <Explanation source="Stanford CS231n, Patterns in backward flow">
        In the adjoint <GlossaryTerm name="pass">pass</GlossaryTerm> every node does one of a few things with its{' '}
        <GlossaryTerm name="adjoint">adjoint</GlossaryTerm>. Light a pattern, or step through the pass and see what each
        node does as it fires.
      </Explanation>
      <AtHand session={session} patterns={patterns} active={active} />
      <fieldset className="chain-kinds">
        <legend className="visually-hidden">Patterns</legend>
        {ADJOINT_PATTERNS.map(({ kind, title, says }) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.has(kind)} onChange={() => toggle(kind)} />
            <span>
              <b>{title}</b>
              <small>{says}</small>
            </span>
            <data value={nodesWith(patterns, kind).length}>{count(nodesWith(patterns, kind).length, 'node')}</data>
          </label>
        ))}
      </fieldset>
    </>
  )
}

interface AtHandProps {
  readonly session: Session
  readonly patterns: readonly NodePattern[]
  readonly active: number | null
}

/** What happens at the node of the step at hand. */
function AtHand({ session: { graph }, patterns, active }: AtHandProps) {
  const frame = useGradual(useShallow(frameAtHand))
  const canGo = graph.outputs.length > 0 && graph.inputs.length > 0
  if (frame === null || active === null)
    return (
      <section className="chain-at-hand">
        <div className="chain-buttons">
          <button type="button" className="button" disabled={!canGo} onClick={toAdjointPass}>
            Go to the adjoint pass
          </button>
        </div>
      </section>
    )
  const { fires, gathers } = patterns[active]
  const narrated = narrate(frame).pattern
  const own = ADJOINT_PATTERNS.find(({ kind }) => kind === fires)
  const name = [tapeSymbol(graph, active), titleOf(graph, active)].filter(Boolean).join(', ')
  return (
    <section className="chain-at-hand">
      <h3>At {name}</h3>
      {narrated && (
        <p>
          What came to it, <b>{narrated.name}</b>: {narrated.text}
        </p>
      )}
      {own && (
        <p>
          What it does with it, <b>{fires}</b>: {own.says}.
        </p>
      )}
      {gathers === 0 && <p>Nothing reads it that carries a derivative.</p>}
    </section>
  )
}

function toAdjointPass(): void {
  if (now().shown === 'forward') show('compare')
  seed('reverse', 0)
}
