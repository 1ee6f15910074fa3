import { type Diagnostic, error } from '../../language/diagnostic.ts'
import { quote } from '../../language/words.ts'
import type { BuildOptions } from '../build.ts'
import type { Graph, NodeIndex } from '../graph.ts'
import type { Declaration } from '../resolve/declarations.ts'
import { ProgramProblems } from '../resolve/problems.ts'
import { assemble } from '../tape/assemble.ts'
import { Instantiation } from '../tape/instantiation.ts'
import { declareBlocks } from './blocks.ts'
import type { Traced, TracedInput } from './traced.ts'

/** How the graph of a run is looked at: as that of a program is, but its inputs have the values that it ran at. */
type TracedOptions = Omit<BuildOptions, 'at'>

/** Turns a run into its computational graph, its blocks opened or closed as calls are; null where something is wrong. */
export function buildTraced(
  traced: Traced,
  options: TracedOptions = {},
): { graph: Graph | null; diagnostics: Diagnostic[] } {
  const twice = repeated(traced.inputs) ?? repeated(traced.outputs)
  if (twice) return { graph: null, diagnostics: [error(twice.at, `${quote(twice.name)} is there twice. Rename one.`)] }
  const problems = new ProgramProblems()
  const { run, inputs, outputs } = written(traced, options, problems)
  if (problems.failed) return { graph: null, diagnostics: problems.list }
  const naming = {
    inputs: inputs.map(({ name, node, role, literal }) => ({ name, node, role, literal })),
    outputs: outputs.map(({ name, node }) => ({ name, node })),
    names: namesOf([inputs, ...run.named.reverse()]),
    length: traced.source.length,
  }
  for (const { node, at } of [...inputs, ...outputs]) run.written.occurrences.add(node, at)
  return { graph: assemble(run.written, naming, options.previous), diagnostics: problems.list }
}

/** The run on a tape, with the nodes of its inputs and outputs. */
function written(
  { source, inputs, main, outputs }: Traced,
  { shareSubexpressions: share = true, open = 'all' }: TracedOptions,
  problems: ProgramProblems,
) {
  const { declarations, code, index } = declareBlocks({ ...main, results: outputs.map(({ value }) => value) })
  const leaves = new Map(inputs.map((input) => [declarations.push(inputDeclaration(input)) - 1, input]))
  const run = new Instantiation({
    ...{ scope: { source, declarations, byName: new Map(), outputs: [] }, code, problems, share, open },
    leaves: { inputs: leaves, constants: new Map() },
  })
  run.addInputs()
  const results = run.addBlock(index, [...leaves.keys()])
  return {
    run,
    inputs: [...leaves].map(([leaf, input]) => ({ ...input, node: run.declared.nodeOf[leaf] })),
    outputs: outputs.map((output, i) => ({ ...output, node: results[i] })),
  }
}

function repeated(list: Traced['outputs'] | Traced['inputs']) {
  const names = new Set<string>()
  for (const item of list) {
    if (names.has(item.name)) return item
    names.add(item.name)
  }
  return null
}

const inputDeclaration = ({ name, role, at }: TracedInput): Declaration => ({
  ...{ kind: 'value', name, role, at, statement: at, parameters: [], expression: null },
})

/** The names of each node, in tape order: first those that an outer block gives it. */
function namesOf(given: readonly (readonly { readonly node: NodeIndex; readonly name: string }[])[]): Graph['names'] {
  const names = new Map<NodeIndex, Set<string>>()
  for (const { node, name } of given.flat()) names.set(node, (names.get(node) ?? new Set()).add(name))
  return new Map([...names].sort(([a], [b]) => a - b).map(([node, own]) => [node, [...own]]))
}
