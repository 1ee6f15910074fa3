import type { Diagnostic } from '../language/diagnostic.ts'
import type { Program } from '../language/syntax.ts'
import type { Value } from '../primitives/value.ts'
import type { Graph } from './graph.ts'
import type { Code } from './resolve/code.ts'
import { type DeclarationIndex, declare, nameBareExpressions, type Scope } from './resolve/declarations.ts'
import { findLeaves } from './resolve/inputs.ts'
import { dependencyOrder } from './resolve/order.ts'
import { ProgramProblems } from './resolve/problems.ts'
import { resolve } from './resolve/resolve.ts'
import { checkSize } from './resolve/size.ts'
import { findUsage, type Usage } from './resolve/usage.ts'
import { assemble } from './tape/assemble.ts'
import { Instantiation } from './tape/instantiation.ts'
import { findNames, findOutputs, locateNames } from './tape/names.ts'
import type { Source } from './tape/source.ts'

export interface BuildOptions {
  /** The graph before the last edit; its ids are carried over. */
  readonly previous?: Graph
  /** Whether structurally equal subexpressions are one node; they are by default. */
  readonly shareSubexpressions?: boolean
  /** The places of the calls and operations that are opened; by default every call is open, and every operation closed. */
  readonly open?: ReadonlySet<number> | 'all'
  /** Values, and with them shapes, that inputs have instead of those in the text. */
  readonly at?: Readonly<Record<string, Value>>
}

/** Turns a syntax tree into its computational graph; null if the program has errors. */
export function buildGraph(
  program: Program,
  { previous, shareSubexpressions = true, open = 'all', at = {} }: BuildOptions = {},
): { graph: Graph | null; diagnostics: Diagnostic[] } {
  const problems = new ProgramProblems()
  const scope = declare(program, problems, at)
  const code = resolve(scope, problems)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const usage = findUsage(scope, code, problems)
  nameBareExpressions(scope, usage.settings)
  const leaves = findLeaves(scope, code, usage, problems, at)
  const order = orderOf(scope, code, usage, problems)
  if (!problems.failed) checkSize(order, (index) => !isCalled(index, scope, usage), scope, code, problems)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const source = { scope, code, leaves, problems, share: shareSubexpressions, open }
  const { written, declared } = instantiated(order, usage, source)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  locateNames(written.occurrences, declared.nodeOf, scope, usage)
  const { nodeOf } = declared
  const naming = {
    inputs: Array.from(leaves.inputs, ([index, { name, role, literal }]) => ({
      name,
      node: nodeOf[index],
      role,
      literal,
    })),
    outputs: findOutputs(scope, usage, leaves, nodeOf),
    names: findNames(scope, nodeOf),
    length: scope.source.length,
  }
  const graph = assemble(written, naming, previous)
  if (graph.outputs.length === 0)
    problems.note('Nothing is computed yet. Write a formula on a line of its own, such as f = x^2.', endOf(program))
  return { graph, diagnostics: problems.list }
}

const endOf = ({ source }: Program) => ({ from: source.length, to: source.length })

/** A function that is there for its calls only. */
const isCalled = (index: DeclarationIndex, scope: Scope, usage: Usage): boolean =>
  scope.declarations[index].kind === 'function' && !usage.standalone.has(index)

function orderOf(scope: Scope, code: Code, usage: Usage, problems: ProgramProblems): DeclarationIndex[] {
  const roots: DeclarationIndex[] = []
  const called: DeclarationIndex[] = []
  for (let index = 0; index < scope.declarations.length; index++)
    if (!usage.settings.has(index)) (isCalled(index, scope, usage) ? called : roots).push(index)
  // Called functions come with their first caller; those that only call each other come last, for the cycle to be found.
  for (const index of called) roots.push(index)
  return dependencyOrder(roots, scope, code, usage, problems)
}

/** The whole program on a tape: inputs, then its definitions in the given order. */
function instantiated(order: readonly DeclarationIndex[], usage: Usage, source: Source): Instantiation {
  const { leaves, scope } = source
  const instantiation = new Instantiation(source)
  instantiation.addInputs()
  for (const index of order)
    if (leaves.constants.has(index)) {
      if (usage.declaredOutputs.has(index)) instantiation.declared.node(index)
    } else if (!leaves.inputs.has(index) && !isCalled(index, scope, usage))
      instantiation.addDefinition(index, usage.standalone.get(index))
  return instantiation
}
