import type { Diagnostic } from '../language/diagnostic.ts'
import type { Program } from '../language/syntax.ts'
import type { Code } from './code.ts'
import { type DeclarationIndex, declare, nameBareExpressions, type Scope } from './declarations.ts'
import { consumers } from './edges.ts'
import type { Graph, Input } from './graph.ts'
import { carryIds } from './identity.ts'
import { findLeaves, type Leaves } from './inputs.ts'
import { type Instantiation, instantiate } from './instantiate.ts'
import { findNames, findOutputs, locateNames } from './names.ts'
import { findVaried, numberNodes } from './nodes.ts'
import { dependencyOrder } from './order.ts'
import { Problems } from './problems.ts'
import { resolve } from './resolve.ts'
import { checkSize } from './size.ts'
import { findUsage, type Usage } from './usage.ts'

export interface BuildOptions {
  /** The graph before the last edit; its ids are carried over. */
  readonly previous?: Graph
  /** Whether structurally equal subexpressions are one node; they are by default. */
  readonly shareSubexpressions?: boolean
}

/** Turns a syntax tree into its computational graph; null if the program has errors. */
export function buildGraph(
  program: Program,
  { previous, shareSubexpressions = true }: BuildOptions = {},
): { graph: Graph | null; diagnostics: Diagnostic[] } {
  const problems = new Problems()
  const scope = declare(program, problems)
  const code = resolve(scope, problems)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const usage = findUsage(scope, code, problems)
  nameBareExpressions(scope, usage.settings)
  const leaves = findLeaves(scope, code, usage, problems)
  const order = orderOf(scope, code, usage, problems)
  if (!problems.failed) checkSize(order, (index) => !isCalled(index, scope, usage), scope, code, problems)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const instantiation = instantiate(order, usage, leaves, scope, code, shareSubexpressions)
  locateNames(instantiation, scope, usage)
  const graph = assemble(instantiation, scope, usage, leaves, previous)
  if (graph.outputs.length === 0)
    problems.note('Nothing is computed yet. Write a formula on a line of its own, such as f = x^2.', endOf(program))
  return { graph, diagnostics: problems.list }
}

const endOf = ({ source }: Program) => ({ from: source.length, to: source.length })

/** A function that is there for its calls only. */
const isCalled = (index: DeclarationIndex, scope: Scope, usage: Usage): boolean =>
  scope.declarations[index].kind === 'function' && !usage.standalone.has(index)

function orderOf(scope: Scope, code: Code, usage: Usage, problems: Problems): DeclarationIndex[] {
  const all = [...scope.declarations.keys()].filter((index) => !usage.settings.has(index))
  const called = (index: DeclarationIndex) => isCalled(index, scope, usage)
  // Called functions come with their first caller; those that only call each other come last, for the cycle to be found.
  const roots = [...all.filter((index) => !called(index)), ...all.filter(called)]
  return dependencyOrder(roots, scope, code, usage, problems)
}

function assemble(
  { tape, modules, module, place, nodeOf, occurrences }: Instantiation,
  scope: Scope,
  usage: Usage,
  leaves: Leaves,
  previous?: Graph,
): Graph {
  const op = new Int16Array(tape.op.trimmed())
  const firstEdge = tape.firstEdge.trimmed()
  const operand = tape.operand.trimmed()
  const inputs: Input[] = [...leaves.inputs].map(([index, input]) => ({ ...input, node: nodeOf[index] }))
  const nodes = { size: op.length, op, firstEdge, operand, initial: tape.initial, inputs }
  const identified = { ...nodes, place: place.trimmed() }
  return {
    ...identified,
    ...consumers(firstEdge, operand),
    ...carryIds(identified, previous),
    number: numberNodes(op),
    varied: findVaried(op, firstEdge, operand),
    shape: new Uint16Array(op.length),
    shapes: [[]],
    module: module.trimmed(),
    modules,
    names: findNames(scope, nodeOf),
    outputs: findOutputs(scope, usage, leaves, nodeOf),
    occurrences: occurrences.sorted(scope.source.length),
  }
}
