import type { ProgramLanguage } from '../compile/compiled.ts'
import type { Graph, Output } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import type { Diagnostic } from '../language/diagnostic.ts'
import type { Value } from '../primitives/value.ts'
import { type Binding, bind, isProblem, type Problem } from './binding.ts'
import type { DataSet } from './dataSet.ts'
import { parametersOf } from './parameters.ts'

/** Builds the program’s graph with other values, and with them other shapes, of its inputs. */
export type CompileAt = (at: Readonly<Record<string, Value>>) => {
  readonly graph: Graph | null
  readonly language: ProgramLanguage
  readonly decides?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** A program and the samples it learns from. */
export interface Task {
  readonly compileAt: CompileAt
  /** Null: the program’s data stay as it has them. */
  readonly data: { readonly dataSet: DataSet; readonly binding: Binding } | null
  /** The name of the output that training makes small. */
  readonly loss: string
}

/** The program with a data set, or with its own data (null); the loss is chosen where it has no name. */
export function taskOf(compileAt: CompileAt, dataSet: DataSet | null, lossName?: string): Task | Problem {
  const { graph, language, decides } = compileAt({})
  if (!graph) return { problem: 'The program has errors. Mend them, then train.' }
  if (decides) return { problem: BRANCHED }
  if (parametersOf(graph).length === 0) return { problem: NO_PARAMETERS[language] }
  const loss = lossNamed(graph, lossName)
  if (isProblem(loss)) return loss
  const binding = dataSet && bind(graph, dataSet)
  if (binding && isProblem(binding)) return binding
  return { compileAt, data: dataSet && binding ? { dataSet, binding } : null, loss: loss.name }
}

const BRANCHED =
  'A condition of this program depends on its inputs, so that its graph is that of this point only. Training would leave it; write the choice as torch.where or np.where, which are part of the graph.'

const NO_PARAMETERS: Readonly<Record<ProgramLanguage, string>> = {
  gradual: 'Nothing can be learnt: write param before an input that training may move, such as param w = 0.5.',
  python:
    'Nothing can be learnt: no input is a parameter. Weights of torch.nn are, and tensors that the text updates, as optimizer.step() does.',
}

/** The outputs that can be a loss: those that are one number. */
const lossCandidates = (graph: Graph): Output[] => graph.outputs.filter(({ node }) => shapeAt(graph, node).length === 0)

/** The output of that name; by default `loss`, or else the last one that is a number. */
export function lossNamed(graph: Graph, name?: string): Output | Problem {
  const candidates = lossCandidates(graph)
  const wanted = candidates.find((output) => output.name === (name ?? 'loss'))
  if (wanted) return wanted
  if (name) return { problem: `${name} is no output that is one number, so it cannot be the loss.` }
  return candidates.at(-1) ?? { problem: 'No output is one number: write a loss, such as loss = mean((p - y)**2).' }
}
