import { adjoint } from '../../autodiff/adjoint.ts'
import type { Mode, Primal } from '../../autodiff/pass.ts'
import { primal } from '../../autodiff/primal.ts'
import { seedAt, seedCount, unitSeed } from '../../autodiff/seeds.ts'
import { tangent } from '../../autodiff/tangent.ts'
import { INPUT, type NodeIndex } from '../../graph/graph.ts'
import { entryCount, entryIndices, shapeAt } from '../../graph/nodes.ts'
import { nodeAt, operandNamesAt } from '../../graph/operandNames.ts'
import { operationOf } from '../../graph/operations.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { isDropped, partialAtOperands, valueAtOperands } from '../../primitives/atOperands.ts'
import { formulaOf } from '../../primitives/index.ts'
import { isReduction, stretched } from '../../primitives/plan.ts'
import type { Convention, Primitive } from '../../primitives/primitive.ts'
import type { RoughRule } from './codeLanguage.ts'
import { STEADY } from './composed.ts'
import { formulaGraph } from './formulaGraph.ts'

/** What is particular about a node at the program's point. */
export interface Kink {
  /** The conventions that are used here, in sentences. */
  readonly says: readonly string[]
  /** By slot: the formula of the local partial, with what holds at the point where the plain one gives another number. */
  readonly formulas: readonly string[]
  /** Whether some derivative does not arrive at all where a partial is not finite: the two must not meet. */
  readonly isGuarded: boolean
}

/** Groups of operands that a rule says by themselves; of more, the plain formula is left to say it. */
const MOST_CASES = 8
/** Entries at which formulas are tried. */
const MOST_TRIED = 64
/** Seeds whose passes are looked at for what they do not reach. */
const MOST_SEEDS = 200

/** What begins the sentence where a file has another number than the page. */
export const HAS_ZERO = 'Gradual has NaN where'

/** Said where nothing and 0 are told apart by the page alone. */
const guardedSaid = (mode: Mode, isZero: boolean): string => {
  const number = mode === 'forward' ? 'a tangent' : 'an adjoint'
  return isZero
    ? `${HAS_ZERO} ${number} of 0 meets the infinite partial here; this file takes such a 0 for nothing, and hands on 0.`
    : `0 is handed on as 0 here, though the partial is not finite: it stands for ${number} that does not come here.`
}

/** Finds the nodes at whose operands mathematics leaves a choice, or a partial is not finite. */
export class Kinks {
  readonly #pass: Primal
  readonly #mode: Mode
  /** Where a library's own rules lose digits. */
  readonly #rough: Readonly<Record<string, RoughRule>>
  readonly #known = new Map<NodeIndex, Kink | null>()
  #unreached: Uint8Array | null = null
  /** By entry: 1 where the pass of some seed comes as 0. */
  #zero = new Uint8Array(0)

  constructor(pass: Primal, mode: Mode, rough: Readonly<Record<string, RoughRule>> = {}) {
    this.#rough = rough
    this.#pass = pass
    this.#mode = mode
  }

  /** Null where the rules hold as they are written. */
  at(node: NodeIndex): Kink | null {
    const known = this.#known.get(node)
    if (known !== undefined) return known
    const kink = this.#find(node)
    this.#known.set(node, kink)
    return kink
  }

  get some(): boolean {
    return Array.from({ length: this.#pass.graph.size }, (_, node) => node).some((node) => this.at(node) !== null)
  }

  #find(node: NodeIndex): Kink | null {
    const { graph } = this.#pass
    const primitive = operationOf(graph, node)
    const { firstEdge, operand, varied } = graph
    const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
    if (!primitive || isArrayPrimitive(primitive) || !edges.some((edge) => varied[operand[edge]])) return null
    if (primitive.drops && edges.every((_, slot) => isStep(primitive, slot, edges.length))) return null
    const isWild = edges.some((edge) => varied[operand[edge]] === 1 && this.#isWild(node, edge))
    const steady = STEADY[primitive.name]
    const rough = this.#rough[primitive.name]
    if (!isWild && !primitive.conventions && !steady && !rough) return null
    const reduces = isReduction(primitive, edges.length)
    const cases = reduces ? this.#groups(node) : this.#entries(node)
    const isAsked = ({ slot }: Convention) =>
      slot === undefined || edges.length === 1 || varied[operand[edges[slot]]] === 1
    const used = (primitive.conventions ?? [])
      .filter(isAsked)
      .filter((each) => cases.some((tuple) => each.when(...tuple)))
    const names = operandNamesAt(graph, node)
    const loses =
      steady !== undefined && cases.length <= MOST_TRIED && cases.some((tuple) => losesIn(primitive, names, tuple))
    const isRough = rough !== undefined && cases.some((tuple) => rough.where(...tuple))
    if (!isWild && !loses && !isRough && used.length === 0) return null
    const says = [...used.map(said), ...(isRough ? [rough.says] : [])]
    if (reduces) return { says, formulas: [], isGuarded: false }
    const own = cases.filter((tuple) => isWild || loses || used.some((each) => each.when(...tuple)))
    const formulas = edges.map((_, slot) => corrected(primitive, slot, names, own, loses ? steady[slot] : undefined))
    if (
      !loses &&
      !isRough &&
      used.length === 0 &&
      formulas.every((text, slot) => text === '0' || isStep(primitive, slot, edges.length))
    )
      return null
    const isGuarded = isWild && this.#isUnreached(node)
    const guarded = isGuarded ? [guardedSaid(this.#mode, this.#meetsZero(node))] : []
    return { says: [...says, ...guarded], formulas, isGuarded }
  }

  /** Whether a partial or the value is no finite number. */
  #isWild(node: NodeIndex, edge: number): boolean {
    const { graph, partials, live, values } = this.#pass
    for (let at = graph.firstPartial[edge]; at < graph.firstPartial[edge + 1]; at++)
      if (live[at] && !Number.isFinite(partials[at])) return true
    for (let at = graph.offset[node]; at < graph.offset[node + 1]; at++) if (Number.isNaN(values[at])) return true
    return false
  }

  /** The operands of each entry of the value. */
  #entries(node: NodeIndex): number[][] {
    const { graph, values } = this.#pass
    const shape = shapeAt(graph, node)
    const operands = operandNamesAt(graph, node).map((_, slot) => nodeAt(graph, node, slot + 1))
    const strides = operands.map((operand) => stretched(shapeAt(graph, operand), shape))
    return Array.from({ length: entryCount(graph, node) }, (_, entry) => {
      const indices = entryIndices(shape, entry)
      return operands.map(
        (operand, slot) =>
          values[graph.offset[operand] + strides[slot].reduce((sum, stride, axis) => sum + stride * indices[axis], 0)],
      )
    })
  }

  /** The entries that a reduction takes together. */
  #groups(node: NodeIndex): number[][] {
    const { graph, values } = this.#pass
    const [{ extents, row, column }] = graph.plans[graph.plan[node]]?.wirings ?? [{ extents: [] }]
    const from = graph.offset[nodeAt(graph, node, 1)]
    if (!row || !column) return [[values[from]]]
    const groups: number[][] = []
    const visit = (loop: number, r: number, c: number): void => {
      if (loop === extents.length) {
        groups[r] ??= []
        groups[r].push(values[from + c])
      } else
        for (let turn = 0; turn < extents[loop]; turn++)
          visit(loop + 1, r + turn * row.strides[loop], c + turn * column.strides[loop])
    }
    visit(0, row.start, column.start)
    return groups
  }

  #isUnreached(node: NodeIndex): boolean {
    const { graph } = this.#pass
    this.#unreached ??= this.#lookForUnreached()
    return this.#unreached.subarray(graph.offset[node], graph.offset[node + 1]).some((each) => each === 1)
  }

  /** Whether a number that is really 0 comes to it. */
  #meetsZero(node: NodeIndex): boolean {
    const { graph } = this.#pass
    const places = operandNamesAt(graph, node).map((_, slot) => nodeAt(graph, node, slot + 1))
    return (this.#mode === 'forward' ? places : [node]).some((place) =>
      this.#zero.subarray(graph.offset[place], graph.offset[place + 1]).includes(1),
    )
  }

  /** By entry: 1 where the pass of some seed does not come. */
  #lookForUnreached(): Uint8Array {
    const { graph } = this.#pass
    const unreached = new Uint8Array(graph.offset[graph.size])
    this.#zero = new Uint8Array(unreached.length)
    const passes = Math.min(MOST_SEEDS, seedCount(graph, this.#mode))
    for (let index = 0; index < passes; index++) {
      const seed = unitSeed(graph, seedAt(graph, this.#mode, index))
      const { present, numbers } = this.#mode === 'forward' ? tangent(this.#pass, seed) : adjoint(this.#pass, seed)
      for (let entry = 0; entry < unreached.length; entry++)
        if (!present[entry]) unreached[entry] = 1
        else if (numbers[entry] === 0) this.#zero[entry] = 1
    }
    // A tangent pass comes to a node by its operands.
    if (this.#mode === 'forward')
      for (let node = 0; node < graph.size; node++)
        if (graph.op[node] !== INPUT && this.#readsUnreached(node, unreached))
          unreached.fill(1, graph.offset[node], graph.offset[node + 1])
    return unreached
  }

  #readsUnreached(node: NodeIndex, unreached: Uint8Array): boolean {
    const { graph } = this.#pass
    return operandNamesAt(graph, node).some((_, slot) => {
      const operand = nodeAt(graph, node, slot + 1)
      return unreached.subarray(graph.offset[operand], graph.offset[operand + 1]).some((each) => each === 1)
    })
  }
}

const isStep = (primitive: Primitive, slot: number, count: number): boolean => formulaOf(primitive, slot, count) === '0'

const said = ({ says, others }: Convention): string => (others ? `${says} Others take: ${others}.` : says)

/** Whether the plain formula of some partial overflows on the way. */
function losesIn(primitive: Primitive, names: readonly string[], tuple: readonly number[]): boolean {
  const v = valueAtOperands(primitive, tuple)
  return names.some((_, slot) => {
    const partial = partialAtOperands(primitive, slot, tuple, v)
    return (
      Number.isFinite(partial) &&
      !isClose(formulaAt(formulaOf(primitive, slot, names.length), names, tuple, v), partial)
    )
  })
}

/** The formula of a partial, with the numbers that it has at operands where it would give others. */
function corrected(
  primitive: Primitive,
  slot: number,
  names: readonly string[],
  cases: readonly (readonly number[])[],
  plain = formulaOf(primitive, slot, names.length),
): string {
  const told = new Map<string, string>()
  for (const tuple of cases) {
    const v = valueAtOperands(primitive, tuple)
    if (isDropped(primitive, slot, tuple, v)) continue
    const partial = partialAtOperands(primitive, slot, tuple, v)
    if (isClose(formulaAt(plain, names, tuple, v), partial)) continue
    told.set(tuple.map((x, i) => `(${isNumber(names[i], x)})`).join('*'), number(partial))
    if (told.size > MOST_CASES) break
  }
  return [...told].reduce((text, [condition, partial]) => `where(${condition}, ${partial}, ${text})`, plain)
}

const isNumber = (name: string, x: number): string =>
  Number.isNaN(x) ? `${name} != ${name}` : `${name} == ${number(x + 0)}`

function number(x: number): string {
  if (Number.isNaN(x)) return 'nan'
  if (Math.abs(x) === Number.POSITIVE_INFINITY) return x < 0 ? '-inf' : 'inf'
  return String(x)
}

const isClose = (a: number, b: number): boolean =>
  Object.is(a + 0, b + 0) || (Number.isFinite(b) && Math.abs(a - b) <= 1e-9 * Math.abs(b))

/** What a formula gives by the engine's own functions. */
function formulaAt(text: string, names: readonly string[], operands: readonly number[], v: number): number {
  const graph = formulaGraph(text, { ...Object.fromEntries(names.map((name) => [name, []])), v: [] })
  const meant = new Map([...names.map((name, i) => [name, operands[i]] as const), ['v', v] as const])
  const at = Object.fromEntries(graph.inputs.map(({ name }) => [name, meant.get(name) as number]))
  return primal(graph, at).outputs.written_out as number
}
