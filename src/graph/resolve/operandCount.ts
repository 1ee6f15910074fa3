import type { Call } from '../../language/syntax.ts'
import { count, quote } from '../../language/words.ts'
import type { ProgramProblems } from './problems.ts'

/** Says how many operands a call takes. */
export function reportCount(call: Call, takes: string, problems: ProgramProblems): void {
  const given = call.operands.length
  problems.error(`${quote(call.callee)} takes ${takes}; here ${given === 1 ? 'is' : 'are'} ${given || 'none'}.`, call)
}

/** `2 operands`, `1 to 3 operands` */
export function range(least: number, most: number): string {
  if (least === most) return count(least, 'operand')
  return most === Number.POSITIVE_INFINITY
    ? `at least ${count(least, 'operand')}`
    : `${least} to ${count(most, 'operand')}`
}

/** Functions of programs and definitions of the language take operands alone. */
export function refuseKeywords({ callee, keywords }: Call, problems: ProgramProblems): void {
  for (const keyword of keywords)
    problems.error(`${quote(callee)} takes its operands in order, without names such as ${keyword.name}=.`, keyword)
}
