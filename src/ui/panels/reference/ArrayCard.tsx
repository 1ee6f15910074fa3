import { memo } from 'react'
import { isArrayPrimitive, type Operation } from '../../../primitives/arrayPrimitive.ts'
import { Formula } from '../../kit/math/Formula.tsx'
import { signature } from '../../kit/program/signature.ts'
import { Scroller } from '../../kit/scroller/Scroller.tsx'
import { arrayProgram, rulesOf, shapesShown } from './arrayRules.ts'
import { Fact, TryIt } from './cardParts.tsx'
import type { SpokenFormula } from './typeset.ts'

interface Props {
  readonly operation: Operation
  readonly onTry: (program: string) => void
}

/** One operation on arrays: what it gives, what it does to tangents and adjoints, shapes that it takes. */
export const ArrayCard = memo(function ArrayCard({ operation, onTry }: Props) {
  const { name, title, meaning, aliases = [], operator } = operation
  const usage = isArrayPrimitive(operation) ? operation.usage : name + signature(operation)
  return (
    <article className="card" aria-label={name}>
      <header>
        <h4>
          <code>{usage}</code>
        </h4>
        <TryIt name={name} onTry={() => onTry(arrayProgram(operation))} />
      </header>
      <p>
        <span className="card-title">{title}.</span> {meaning}
      </p>
      {rulesOf(operation).map(({ operand, structure, push, pull }) => (
        <Scroller key={operand} className="card-rules">
          <RuleLine rule={push} />
          <RuleLine rule={pull} />
          <p>
            ∂v/∂{operand}: {structure}
          </p>
        </Scroller>
      ))}
      <dl>
        {operator && <Fact term="Written" fact={<code>{`x ${operator} y`}</code>} />}
        {aliases.length > 0 && <Fact term="Also accepted" fact={<code>{aliases.join(', ')}</code>} />}
        <Fact
          term="Shapes"
          fact={shapesShown(operation).map((line) => (
            <span key={line} className="card-shapes">
              {line}
            </span>
          ))}
        />
      </dl>
    </article>
  )
})

const RuleLine = ({ rule }: { readonly rule: SpokenFormula | string }) =>
  typeof rule === 'string' ? <p>{rule}</p> : <Formula latex={rule.latex} speech={rule.speech} />
