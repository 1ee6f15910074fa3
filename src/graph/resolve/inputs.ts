import { quote } from '../../language/words.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { scalarTensor, type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import type { Input } from '../graph.ts'
import type { Code } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import { evaluate, isMisfit } from './evaluate.ts'
import { noteImplicit } from './implicit.ts'
import { knownConstant } from './known.ts'
import { reportMismatch } from './mismatch.ts'
import type { ProgramProblems } from './problems.ts'
import type { Usage } from './usage.ts'

/** An input before it is on the tape. */
interface Leaf extends Omit<Input, 'node' | 'value'> {
  readonly value: Tensor
}

/** The declarations that compute nothing: inputs as they come on the tape, and `const` definitions with their values. */
export interface Leaves {
  readonly inputs: ReadonlyMap<DeclarationIndex, Leaf>
  readonly constants: ReadonlyMap<DeclarationIndex, Tensor>
}

/**
 * Inputs are the definitions by a constant expression, in order, then the implicit declarations by first appearance.
 * `instead` gives inputs other values, and with them other shapes, than the text does.
 */
export function findLeaves(
  scope: Scope,
  code: Code,
  usage: Usage,
  problems: ProgramProblems,
  instead: Readonly<Record<string, Value>>,
): Leaves {
  const inputs = new Map<DeclarationIndex, Leaf>()
  const constants = new Map<DeclarationIndex, Tensor>()
  const implicit: DeclarationIndex[] = []
  scope.declarations.forEach(({ kind, name, role, expression, at }, index) => {
    if (kind === 'implicit') implicit.push(index)
    if (kind !== 'value' || role === 'output' || !expression) return
    const steps = code.range(index)
    if (!code.isConstant(steps)) {
      const known = role === 'const' ? knownConstant(index, scope, code) : null
      if (known) constants.set(index, known)
      else if (role)
        problems.warning(`${quote(name)} is computed, so “${role}” says nothing here: it stands before a number.`, at)
      return
    }
    const results = evaluate(code, steps)
    if (isMisfit(results)) {
      reportMismatch(results, code.expression[results.step], scope, problems)
      return
    }
    const [value] = results
    const { from, to } = expression
    if (role === 'const') constants.set(index, value)
    else inputs.set(index, { name, role, value: given(name, instead) ?? value, literal: { from, to } })
  })
  implicit.sort((a, b) => scope.declarations[a].at.from - scope.declarations[b].at.from)
  const noted: DeclarationIndex[] = []
  for (const index of implicit) {
    const { name } = scope.declarations[index]
    const set = usage.given.get(index)
    const value = given(name, instead) ?? set?.value ?? scalarTensor(1)
    inputs.set(index, { name, role: null, value, literal: set?.literal ?? null })
    if (!set) noted.push(index)
  }
  noteImplicit(noted, scope, code, problems)
  return { inputs, constants }
}

/** The value that is given to an input from outside; null if there is none, or none that is an array. */
function given(name: string, values: Readonly<Record<string, Value>>): Tensor | null {
  const tensor = Object.hasOwn(values, name) ? tensorOf(values[name]) : null
  return tensor && sizeOf(tensor.shape) > 0 ? tensor : null
}
