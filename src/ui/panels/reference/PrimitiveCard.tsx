import { memo } from 'react'
import { expressionText } from '../../../notation/plain.ts'
import { readFormula } from '../../../primitives/formula.ts'
import { reduces } from '../../../primitives/plan.ts'
import type { Convention, Primitive } from '../../../primitives/primitive.ts'
import { Formula } from '../../kit/math/Formula.tsx'
import { signature } from '../../kit/program/signature.ts'
import { Fact, TryIt } from './cardParts.tsx'
import { Plot } from './Plot.tsx'
import { partialFormulas, programFor, valueLatex } from './typeset.ts'

interface Props {
  readonly primitive: Primitive
  readonly onTry: (program: string) => void
}

/** One function: what it gives, its rule, its picture. */
export const PrimitiveCard = memo(function PrimitiveCard({ primitive, onTry }: Props) {
  const { name, title, meaning, aliases = [], operator, domain, conventions = [] } = primitive
  return (
    <article className="card" aria-label={name}>
      <header>
        <h4>
          <code>{name + signature(primitive)}</code>
        </h4>
        <TryIt name={name} onTry={() => onTry(programFor(primitive))} />
      </header>
      <p>
        <span className="card-title">{title}.</span> {meaning}
      </p>
      <Formula latex={valueLatex(primitive)} speech={title} />
      {partialFormulas(primitive).map(({ latex, speech }) => (
        <Formula key={speech} latex={latex} speech={speech} />
      ))}
      <Picture primitive={primitive} />
      <dl>
        {operator && <Fact term="Written" fact={<code>{operator}</code>} />}
        {aliases.length > 0 && <Fact term="Also accepted" fact={<code>{aliases.join(', ')}</code>} />}
        {reduces(primitive) && <Fact term="Of one array" fact={<code>{`${name}(x, axis=0)`}</code>} />}
        {domain && <Fact term="Real where" fact={expressionText(readFormula(domain).tree)} />}
        {conventions.length > 0 && (
          <Fact term="Choices" fact={conventions.map((convention) => chosen(convention)).join(' ')} />
        )}
      </dl>
    </article>
  )
})

const chosen = ({ says, others }: Convention) => (others ? `${says} Others: ${others}.` : says)

function Picture({ primitive }: { readonly primitive: Primitive }) {
  if (primitive.arity !== 1 || !primitive.plot) return null
  const { name, value, partials, plot } = primitive
  return <Plot name={name} value={value} partial={(x) => partials[0](x, value(x))} over={plot} />
}
