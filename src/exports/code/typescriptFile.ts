import type { Primal } from '../../autodiff/pass.ts'
import { primal } from '../../autodiff/primal.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { unroll } from '../../graph/unroll/unroll.ts'
import { sizeInNumbers } from '../../graph/unroll/unrolling.ts'
import { grouped } from '../../language/words.ts'
import { isScalarGraph } from '../../methods/scalarView.ts'
import { byHand } from './byHand.ts'
import { COMPOSED } from './composed.ts'
import { quoted } from './literals.ts'
import { typescript } from './typescript.ts'
import { Writing } from './writing.ts'
import { CannotSay } from './written.ts'

/** Numbers that arrays become at most. */
const MOST_NUMBERS = 8000
const PER_LINE = 8

const DRIVER = `type Shaped = number | string | Shaped[]

/** Nested arrays by their shape; what is not finite by its name, since JSON has no numbers for it. */
function shaped(numbers: number[], shape: number[]): Shaped {
  if (shape.length === 0) return Number.isFinite(numbers[0]) ? numbers[0] : String(numbers[0])
  const [length, ...rest] = shape
  const size = numbers.length / length
  return Array.from({ length }, (_, i) => shaped(numbers.slice(i * size, (i + 1) * size), rest))
}

const point = inputs.flatMap(({ values }) => values)
const { outputs, adjoint } = program(point)
const seeds = outputs.flatMap(({ values }) => values.map(() => 0))
let row = 0
const jacobian = outputs.map(({ name, shape, values }): [string, { [input: string]: Shaped }] => {
  // An adjoint pass for each entry of the output.
  const rows = values.map(() => {
    const seed = seeds.map((_, k) => (k === row ? 1 : 0))
    row++
    return adjoint(seed)
  })
  let column = 0
  const blocks = inputs.map((input): [string, Shaped] => {
    const from = column
    column += input.values.length
    const block = rows.flatMap((each) => each.slice(from, column))
    return [input.name, shaped(block, [...shape, ...input.shape])]
  })
  return [name, Object.fromEntries(blocks)]
})

console.log(
  JSON.stringify({
    outputs: Object.fromEntries(outputs.map(({ name, shape, values }) => [name, shaped(values, shape)])),
    jacobian: Object.fromEntries(jacobian),
  }),
)`

/** The file without its head: arrays are written out as numbers. */
export function typescriptLines(pass: Primal): string[] {
  const scalars = inNumbers(pass)
  const writing = new Writing(typescript)
  const hand = byHand(scalars, typescript, writing, [...typescript.reserved, ...Object.keys(COMPOSED)])
  const outputs = grouping(
    pass,
    pass.graph.outputs,
    hand.outputs.map(({ value }) => value),
  )
  const points = pass.graph.inputs.flatMap(({ node }) => numbersAt(pass, node))
  const inputs = grouping(pass, pass.graph.inputs, points)
  const body = [
    `function program([${hand.inputs.join(', ')}]: number[]) {`,
    ...indented(['// Primal pass', ...hand.primal]),
    '',
    `  function adjoint([${hand.outputs.map(({ seed }) => seed).join(', ')}]: number[]): number[] {`,
    ...indented(
      [
        '// Adjoint pass: from the last node back to the inputs, each edge adds adjoint times partial',
        ...atZero(hand.zeros.map(({ bar }) => bar)),
        ...hand.adjoint,
        `return [${hand.adjoints.join(', ')}]`,
      ],
      4,
    ),
    '  }',
    '',
    ...[
      '  const outputs: { name: string; shape: number[]; values: number[] }[] = [',
      ...indented(outputs, 4),
      '  ]',
      '  return { outputs, adjoint }',
      '}',
    ],
  ]
  return [
    ...writing.helpers(body.join('\n')).flatMap((helper) => [...helper.split('\n'), '']),
    ...body,
    ...['', 'const inputs: { name: string; shape: number[]; values: number[] }[] = [', ...indented(inputs, 2), ']', ''],
    ...DRIVER.split('\n'),
  ]
}

/** The same between numbers, or why it cannot be. */
function inNumbers(pass: Primal): Primal {
  const { graph } = pass
  if (isScalarGraph(graph)) return pass
  const size = sizeInNumbers(graph)
  if (size > MOST_NUMBERS)
    throw new CannotSay(
      `In TypeScript arrays are written out as numbers: here they would be ${grouped(size)} operations, and at most ${grouped(MOST_NUMBERS)} are written. NumPy, JAX and PyTorch keep the arrays.`,
    )
  return primal(unroll(graph, () => true))
}

const indented = (lines: readonly string[], by = 2): string[] => lines.map((line) => ' '.repeat(by) + line)

const atZero = (names: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(names.length / PER_LINE) }, (_, i) => {
    const some = names.slice(i * PER_LINE, (i + 1) * PER_LINE)
    return `let ${some.map((name) => `${name} = 0`).join(', ')}`
  })

function numbersAt({ graph, values }: Primal, node: number): string[] {
  return Array.from(values.subarray(graph.offset[node], graph.offset[node + 1]), typescript.number)
}

/** By name, with shapes and the entries that belong to each. */
function grouping(
  { graph }: Primal,
  named: readonly { readonly name: string; readonly node: number }[],
  entries: readonly string[],
): string[] {
  let from = 0
  return named.map(({ name, node }) => {
    const to = from + graph.offset[node + 1] - graph.offset[node]
    const own = entries.slice(from, to)
    from = to
    return `{ name: ${quoted(name)}, shape: [${shapeAt(graph, node).join(', ')}], values: [${own.join(', ')}] },`
  })
}
