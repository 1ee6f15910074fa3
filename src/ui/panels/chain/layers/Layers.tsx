import { useMemo } from 'react'
import { firstLayers, MOST_LAYERS, MOST_WIDE } from '../../../../methods/linear/layers.ts'
import { displayName } from '../../../../notation/names.ts'
import { chooseEnds, fromAtHand, toAtHand } from '../../../../state/question.ts'
import { useGradual } from '../../../../state/store.ts'
import { betweenEntries } from '../../../../trace/betweenEntries.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import type { ViewProps } from '../view.ts'
import { Formulas } from './Formulas.tsx'
import { Products } from './Products.tsx'

/** The program cut into layers: its Jacobian is the product of theirs, in whatever order it is multiplied out. */
export default function Layers({ session: { primal, graph } }: ViewProps) {
  const input = named(graph.inputs, useGradual(fromAtHand))
  const output = named(graph.outputs, useGradual(toAtHand))
  const between = betweenEntries(primal)
  const cut = useMemo(
    () => (typeof between === 'string' ? null : firstLayers(between.linear, between.shown, { input, output })),
    [between, input, output],
  )
  return (
    <>
      <Explanation source="Griewank and Walther, Evaluating Derivatives (2008), chapter 3">
        Cut into layers, the program is a composition, and its <GlossaryTerm name="jacobian">Jacobian</GlossaryTerm> is
        the product of theirs. Every bracketing gives the same matrix at its own cost: from the right is forward mode,
        from the left reverse mode.
      </Explanation>
      {typeof between === 'string' ? (
        <p>{between}</p>
      ) : graph.inputs.length === 0 || graph.outputs.length === 0 ? (
        <p>A Jacobian needs an input and an output. Write x = 2 and f = x*x, for example.</p>
      ) : (
        <>
          <div className="chain-row">
            <ScopeChooser
              label="Inputs"
              names={graph.inputs.map(({ name }) => name)}
              chosen={cut ? cut.scope.input : input}
              onChange={(from) => chooseEnds({ from })}
            />
            <ScopeChooser
              label="Outputs"
              names={graph.outputs.map(({ name }) => name)}
              chosen={cut ? cut.scope.output : output}
              onChange={(to) => chooseEnds({ to })}
            />
          </div>
          {cut === null ? (
            <p>
              It has more than {MOST_LAYERS} layers, or one of them is wider than {MOST_WIDE} numbers, or multiplying
              them out takes too long. Choose a single input or output, make its arrays smaller, or put parts of it into
              a function, which counts as one layer.
            </p>
          ) : (
            <>
              <Products primal={primal} between={between} layers={cut.layers} />
              <Formulas between={between} layers={cut.layers} />
            </>
          )}
        </>
      )}
    </>
  )
}

/** The input or output at hand, an entry by its array; null is all of them. */
const named = (ends: readonly { readonly name: string }[], name: string | null): string | null =>
  ends.find((end) => end.name === name || name?.startsWith(`${end.name}[`))?.name ?? null

interface ScopeProps {
  readonly label: string
  readonly names: readonly string[]
  readonly chosen: string | null
  readonly onChange: (name: string | null) => void
}

const ScopeChooser = ({ label, names, chosen, onChange }: ScopeProps) => (
  <label>
    {label}
    <select aria-label={label} value={chosen ?? ''} onChange={({ target }) => onChange(target.value || null)}>
      <option value="">all</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {displayName(name)}
        </option>
      ))}
    </select>
  </label>
)
