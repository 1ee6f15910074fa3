import { APPLY, type Code, LITERAL } from './code.ts'
import { applied } from './operations.ts'

/** Runs steps that are constant. Gives the results that are left on the stack: one, unless the steps are the operands of a call. */
export function evaluate(code: Code, { start, end }: { start: number; end: number }): number[] {
  const results: number[] = []
  for (let step = start; step < end; step++)
    if (code.kind[step] === LITERAL) results.push(code.literals[code.argument[step]])
    else if (code.kind[step] === APPLY) {
      const operands = results.splice(results.length - code.count[step])
      results.push(applied(code.argument[step], operands))
    }
  return results
}
