import { postorder } from '../../../../language/postorder.ts'
import { printExpression } from '../../../../language/print.ts'
import type { Expression as Tree } from '../../../../language/syntax.ts'
import type { Question } from '../../../../methods/question.ts'
import type { Sized } from '../../../../methods/symbolicOf.ts'
import { expressionLatex } from '../../../../notation/latex.ts'
import { spokenExpression } from '../../../../notation/spoken.ts'
import { Count } from '../../../kit/hidden/Count.tsx'
import { Formula } from '../../../kit/math/Formula.tsx'
import { derivativeLatex } from '../words.ts'

interface Props {
  readonly question: Question
  readonly size: Sized
}

/** Expressions of more parts are written as text, as a program has them. */
const MOST_TYPESET = 40
/** Formulas of more parts have brackets that do not grow, so that lines can end within them. */
const MOST_STRETCHED = 15

/** The derivative as a formula; as text where it is long; or how large it is. */
export function SymbolicExpression({ question, size: { expression, operations } }: Props) {
  if (!expression)
    return (
      <p className="methods-formula" tabIndex={-1} data-heir>
        <Count of={operations} /> operations: too large to write down.
      </p>
    )
  const parts = postorder(expression).length
  return (
    <div className="methods-formula" tabIndex={-1} data-heir>
      {parts > MOST_TYPESET ? (
        <code>{printExpression(expression)}</code>
      ) : (
        <Formula
          latex={`${derivativeLatex(question)} = ${latexOf(expression, parts)}`}
          speech={spokenExpression(expression)}
          display
        />
      )}
    </div>
  )
}

function latexOf(expression: Tree, parts: number): string {
  const latex = expressionLatex(expression)
  return parts > MOST_STRETCHED ? latex.replaceAll(/\\left\(|\\right\)/g, (bracket) => bracket.slice(-1)) : latex
}
