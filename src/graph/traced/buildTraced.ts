import { type Diagnostic, error } from '../../language/diagnostic.ts'
import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { BuildOptions } from '../build.ts'
import type { Graph, NodeIndex } from '../graph.ts'
import { ProgramProblems } from '../resolve/problems.ts'
import { assemble } from '../tape/assemble.ts'
import { Instantiation } from '../tape/instantiate.ts'
import { Blocks } from './blocks.ts'
import type { Traced } from './traced.ts'

/** Turns a run into its computational graph, its blocks opened or closed as calls are; null if there is something wrong. */
export function buildTraced(
  traced: Traced,
  { previous, shareSubexpressions: share = true, open = 'all' }: Omit<BuildOptions, 'at'> = {},
): { graph: Graph | null; diagnostics: Diagnostic[] } {
  const { source, inputs, main, outputs } = traced
  const twice = repeated(inputs) ?? repeated(outputs)
  if (twice) return { graph: null, diagnostics: [error(twice.at, `${quote(twice.name)} is there twice. Rename one.`)] }
  const problems = new ProgramProblems()
  const blocks = new Blocks()
  const index = blocks.declare({ ...main, results: outputs.map(({ value }) => value) })
  const first = blocks.declarations.length
  const leaves = new Map(inputs.map((input, slot) => [first + slot, input]))
  const declarations = [...blocks.declarations, ...inputs.map(({ name, at }) => inputDeclaration(name, at))]
  const run = new Instantiation({
    ...{ scope: { source, declarations, byName: new Map(), outputs: [] }, code: blocks.code, problems, share, open },
    leaves: { inputs: leaves, constants: new Map() },
  })
  run.addInputs()
  const results = run.addBlock(index, [...leaves.keys()])
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const named = [...leaves].map(([leaf, input]) => ({ ...input, value: Number.NaN, node: run.nodeOf[leaf] }))
  for (const { node, at } of named) run.occurrences.add(node, at)
  for (const [i, { at }] of outputs.entries()) run.occurrences.add(results[i], at)
  const naming = {
    inputs: named.map(({ name, node, role, value, literal }) => ({ name, node, role, value, literal })),
    outputs: outputs.map(({ name }, i) => ({ name, node: results[i] })),
    names: namesOf([named, ...run.named.reverse()]),
    length: source.length,
  }
  return { graph: assemble(run, naming, previous), diagnostics: problems.list }
}

function repeated(list: Traced['outputs'] | Traced['inputs']) {
  const names = new Set<string>()
  for (const item of list) {
    if (names.has(item.name)) return item
    names.add(item.name)
  }
  return null
}

const inputDeclaration = (name: string, at: Span) => ({
  ...{ kind: 'value' as const, name, role: null, at, statement: at, parameters: [], expression: null },
})

/** The names of each node, in tape order: first those that an outer block gives it. */
function namesOf(given: readonly (readonly { readonly node: NodeIndex; readonly name: string }[])[]): Graph['names'] {
  const names = new Map<NodeIndex, Set<string>>()
  for (const { node, name } of given.flat()) names.set(node, (names.get(node) ?? new Set()).add(name))
  return new Map([...names].sort(([a], [b]) => a - b).map(([node, own]) => [node, [...own]]))
}
