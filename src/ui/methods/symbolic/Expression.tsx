import { postorder } from '../../../language/postorder.ts'
import { printExpression } from '../../../language/print.ts'
import { expressionLatex } from '../../../notation/latex.ts'
import { spokenExpression } from '../../../notation/spoken.ts'
import { counting } from '../../chain/counts.ts'
import { Formula } from '../../math/Formula.tsx'
import type { Question } from '../question.ts'
import { derivativeLatex } from '../words.ts'
import type { Sized } from './useSymbolic.ts'

interface Props {
  readonly question: Question
  readonly size: Sized
}

/** Longer expressions end in dots as a formula; all of it stands below, as text. */
const MOST_TYPESET = 40

/** The derivative as a formula, or how large it is. */
export function Expression({ question, size: { expression, operations } }: Props) {
  if (!expression)
    return (
      <p className="methods-formula">
        <data value={String(operations)}>{counting(operations, 'operation')}</data>: too large to write down.
      </p>
    )
  const isLong = postorder(expression).length > MOST_TYPESET
  return (
    <div className="methods-formula">
      <Formula
        latex={`${derivativeLatex(question)} = ${expressionLatex(expression)}`}
        speech={spokenExpression(expression)}
        display
      />
      {isLong && (
        <details>
          <summary>All of it, as text</summary>
          <code>{printExpression(expression)}</code>
        </details>
      )}
    </div>
  )
}
