import { compile, passCount } from '../../../core.ts'
import { examples } from '../../../lessons/examples.ts'

/** A program of a telling shape. */
export interface NamedShape {
  readonly shape: string
  readonly program: string
  readonly d: number
  readonly c: number
}

const NAMED = [
  { shape: 'R¹ → Rⁿ', example: 'One input, many outputs' },
  { shape: 'Rⁿ → R¹', example: 'Many inputs, one output' },
  { shape: 'square', example: 'Softmax' },
]

/** Examples with few inputs, few outputs, and as many of both. */
export const namedShapes: readonly NamedShape[] = NAMED.flatMap(({ shape, example }) => {
  const program = examples.find(({ name }) => name === example)?.program
  const graph = program === undefined ? null : compile(program).graph
  if (program === undefined || !graph) return []
  return [{ shape, program, d: passCount(graph, 'forward'), c: passCount(graph, 'reverse') }]
})
