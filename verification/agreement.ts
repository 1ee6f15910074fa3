import type { BigNumber } from 'mathjs'
import { absolute } from '../src/autodiff/primal.ts'
import { adjoint, type Graph, jacobian, type Mode, type Numbers, type Primal, tangent } from '../src/core.ts'
import { entryCount, shapeAt } from '../src/graph/nodes.ts'
import { nested, type Value } from '../src/primitives/value.ts'
import { entriesOf } from './entries.ts'
import { evaluatorOf } from './evaluate.ts'
import { type Nested, nestedOf, entriesOf as numbersIn, shaped, shapeOf } from './nested.ts'
import { big, inDigits } from './oracle.ts'
import type { RandomProgram } from './programs.ts'

/** A row for each entry of the outputs, a column for each entry of the inputs. */
export type Matrix = readonly (readonly number[])[]

/** The Jacobian of a program as one matrix. */
export function matrixOf(pass: Primal, mode: Mode): Matrix {
  const { graph } = pass
  const rows = jacobian(pass, mode)
  return graph.outputs.flatMap(({ name, node }) => {
    const blocks = graph.inputs.map((input) => entriesOf(rows[name][input.name]))
    return Array.from({ length: entryCount(graph, node) }, (_, i) =>
      blocks.flatMap((block, j) => {
        const columns = entryCount(graph, graph.inputs[j].node)
        return block.slice(i * columns, (i + 1) * columns)
      }),
    )
  })
}

/** What the rounding errors of a Jacobian are measured by: the same passes over absolute partials. */
export const scaleOf = (pass: Primal): Matrix => matrixOf(absolute(pass), 'reverse')

/** The values of the outputs, entry by entry. */
export const valuesOf = ({ outputs }: Primal): readonly number[] => Object.values(outputs).flatMap(entriesOf)

/** How far two numbers are apart, relative to the scale; where the scale is 0 they must be equal. */
export const distance = (a: number, b: number, scale: number): number => (a === b ? 0 : Math.abs(a - b) / scale)

/** The largest distance of two Jacobians, relative to the scale, or of `least` where that is more. */
export function distanceOf(a: Matrix, b: Matrix, scale: Matrix, least = 0): number {
  const distances = scale.flatMap((row, i) => row.map((each, j) => distance(a[i][j], b[i][j], Math.max(each, least))))
  // Math.max keeps NaN.
  return Math.max(0, ...distances)
}

/** How far w·(Jv) and (Jᵀw)·v are apart, relative to |w|·(|J||v|). */
export function dualityGap(pass: Primal, directions: readonly number[]): number {
  const { inputs, outputs } = pass.graph
  const v = directed(pass.graph, inputs, directions)
  const w = directed(pass.graph, outputs, directions.toReversed())
  const [absoluteV, absoluteW] = [v, w].map(absoluteOf)
  const scale = dot(absoluteW, tangent(absolute(pass), absoluteV).outputs)
  return distance(dot(w, tangent(pass, v).outputs), dot(adjoint(pass, w).inputs, v), scale)
}

/** What one tangent and one adjoint pass compute: Jv by entry of the outputs, then Jᵀw by entry of the inputs. */
export function passesOf(pass: Primal, directions: readonly number[]): readonly number[] {
  const { inputs, outputs } = pass.graph
  const along = tangent(pass, directed(pass.graph, inputs, directions)).outputs
  const across = adjoint(pass, directed(pass.graph, outputs, directions)).inputs
  return [along, across].flatMap((numbers) => Object.values(numbers).flatMap(entriesOf))
}

/** A seed whose entries are the numbers, again and again. */
function directed(graph: Graph, named: Graph['inputs'] | Graph['outputs'], numbers: readonly number[]): Numbers {
  let next = 0
  return Object.fromEntries(
    named.map(({ name, node }) => {
      const entries = Array.from({ length: entryCount(graph, node) }, () => numbers[next++ % numbers.length])
      return [name, nested(shapeAt(graph, node), entries)]
    }),
  )
}

const absoluteIn = (value: Value): Value => (typeof value === 'number' ? Math.abs(value) : value.map(absoluteIn))

const absoluteOf = (numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, absoluteIn(value)]))

function dot(a: Numbers, b: Numbers): number {
  const [x, y] = [a, b].map((numbers) => Object.keys(a).flatMap((name) => entriesOf(numbers[name])))
  return x.reduce((sum, entry, i) => sum + entry * y[i], 0)
}

/** What a program computes, and its Jacobian by differences. */
interface Differences {
  readonly values: readonly number[]
  readonly jacobian: Matrix
}

const STEP = big('1e-16')
const DIGITS = 35
const FEWER_DIGITS = 31

/**
 * By differences of one step over a naive interpreter: neither rule nor tape is in it. The step leaves out about 1e-16 of
 * f″/f′ and rounding 1e-19, both no more than a double holds, so that more points would tell no more.
 */
export function differences({ source, at }: RandomProgram, graph: Graph, digits = DIGITS): Differences {
  return inDigits(digits, () => {
    const evaluate = evaluatorOf(source)
    const outputs = graph.outputs.map(({ name }) => name)
    const point = graph.inputs.map(({ name }): [string, Nested] => [name, nestedOf(at[name])])
    const entriesAt = (changed: readonly (readonly [string, Nested])[]): BigNumber[] =>
      evaluate(outputs, new Map(changed)).flatMap(numbersIn)
    const values = entriesAt(point)
    const columns = point.flatMap(([name, value]) =>
      numbersIn(value).map((x, entry) => {
        const beside = entriesAt([...point, [name, moved(value, entry, x.plus(STEP))]])
        return beside.map((there, i) => there.minus(values[i]).div(STEP).toNumber())
      }),
    )
    return {
      values: values.map((value) => value.toNumber()),
      jacobian: values.map((_, i) => columns.map((column) => column[i])),
    }
  })
}

/**
 * How far the Jacobian of a pass is from that of differences, relative to its scale, apart from their own rounding: from
 * what the same differences change by in fewer digits. These are taken only where the bound is not kept without.
 */
export function gapToDifferences(
  { jacobian: exact }: Differences,
  program: RandomProgram,
  pass: Primal,
  mode: Mode,
  bound: number,
): number {
  const [matrix, scale] = [matrixOf(pass, mode), scaleOf(pass)]
  const gap = distanceOf(matrix, exact, scale)
  if (gap < bound) return gap
  const { jacobian: coarse } = differences(program, pass.graph, FEWER_DIGITS)
  return distanceOf(matrix, nearest(matrix, exact, coarse), scale)
}

/** The numbers nearest to those of the matrix that are no further from the exact ones than the coarse ones are. */
const nearest = (matrix: Matrix, exact: Matrix, coarse: Matrix): Matrix =>
  matrix.map((row, i) =>
    row.map((entry, j) => {
      const rounding = Math.abs(exact[i][j] - coarse[i][j])
      return Math.min(Math.max(entry, exact[i][j] - rounding), exact[i][j] + rounding)
    }),
  )

/** The value with one entry changed. */
const moved = (value: Nested, entry: number, to: BigNumber): Nested =>
  shaped(
    shapeOf(value),
    numbersIn(value).map((x, i) => (i === entry ? to : x)),
  )
