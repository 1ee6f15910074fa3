import { useMemo } from 'react'
import type { Layer } from '../../../../methods/linear/layers.ts'
import type { Between } from '../../../../trace/betweenEntries.ts'
import { chainRuleOf } from '../../../../trace/chainRule.ts'
import { Formula } from '../../../kit/math/Formula.tsx'

/** The same chain rule in five ways of writing it. */
export function Formulas({ between, layers }: { readonly between: Between; readonly layers: readonly Layer[] }) {
  const formulas = useMemo(() => chainRuleOf(between, layers), [between, layers])
  if (formulas.length === 0) return null
  return (
    <section className="chain-try">
      <h3>The chain rule, five ways</h3>
      <dl className="chain-formulas">
        {formulas.map(({ view, latex, speech }) => (
          <div key={view} className="chain-formula">
            <dt>{view}</dt>
            {latex.map((line, i) => (
              <dd key={line}>
                <Formula latex={line} speech={i === 0 ? speech : undefined} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
