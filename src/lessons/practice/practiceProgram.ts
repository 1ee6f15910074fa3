import { MODES } from '../../autodiff/pass.ts'
import { compileGradual } from '../../compile/gradual.ts'
import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { passes } from '../../trace/passes.ts'
import { type Setting, settingOf } from '../questions/setting.ts'
import type { PracticeRound } from './roundName.ts'

/** A program to practise on, and what of it can be asked by name. */
export interface PracticeProgram {
  readonly source: string
  readonly level: PracticeRound['level']
  readonly setting: Setting
  readonly graph: Graph
  /** Inputs and what lines define, in tape order. */
  readonly named: readonly NodeIndex[]
}

const LARGEST = { 1: 60, 2: 150, 3: 400 } as const
const SMALLEST = 0.01
/** Numbers of the first levels are quarters at the most. */
const QUARTERS = 4

/** The program, where it is fit to be asked about: sound, without loose ends, and with numbers that one likes to compute with. */
export function practiceProgram(
  source: string,
  level: PracticeRound['level'],
  outputs: number,
): PracticeProgram | null {
  const compiled = compileGradual(source, { language: 'gradual' })
  const setting = compiled.diagnostics.length === 0 ? settingOf(source, compiled, {}) : null
  if (!setting) return null
  const { graph } = setting
  if (graph.outputs.length !== outputs || graph.inputs.some(({ node }) => isLoose(graph, node))) return null
  if (isIdle(graph, source) || !isReadable(setting, level) || isAtKink(setting)) return null
  const named = [...graph.op.keys()].filter((node) => graph.varied[node] && graph.names.has(node))
  return { source, level, setting, graph, named }
}

const isLoose = ({ firstConsumer }: Graph, node: NodeIndex): boolean => firstConsumer[node] === firstConsumer[node + 1]

/** Whether a line says again what another has said, or takes a number from itself. */
const isIdle = ({ names }: Graph, source: string): boolean =>
  [...names.values()].some(({ length }) => length > 1) || /\b(\w+) [-/] \1\b|\b(\w+)\/\2\b|\((\w+), \3\)/.test(source)

function isReadable({ primal }: Setting, level: PracticeRound['level']): boolean {
  const numbers = MODES.flatMap((mode) => {
    const list = passes(primal, mode)
    return Array.from({ length: list.count }, (_, i) => list.get(i).numbers)
  })
  const fits = (x: number) => x === 0 || (Math.abs(x) >= SMALLEST && Math.abs(x) <= LARGEST[level])
  const isTidy = (x: number) => level === 3 || Number.isInteger(x * QUARTERS)
  return numbers.every((each) => each.every((x) => fits(x) && isTidy(x)))
}

/** Where two operands of max are equal, or relu’s is 0, a derivative is a convention: that is no practice. */
const isAtKink = ({ graph, primal: { values } }: Setting): boolean =>
  [...graph.op.keys()].some(
    (node) => /^(max|min|relu|abs)/.test(operationOf(graph, node)?.name ?? '') && hasTie(graph, node, values),
  )

function hasTie({ firstEdge, operand, offset }: Graph, node: NodeIndex, values: Float64Array): boolean {
  const read = operand.subarray(firstEdge[node], firstEdge[node + 1])
  const entries = [...read].map((each) => values.subarray(offset[each], offset[each + 1]))
  if (entries.length === 2 && entries[0].length === entries[1].length)
    return entries[0].some((x, i) => x === entries[1][i])
  const all = entries.flatMap((each) => [...each])
  return all.includes(0) || new Set(all).size < all.length
}
