import { passCount } from '../../../autodiff/seeds.ts'
import { compileGradual } from '../../../compile/gradual.ts'
import { examples } from '../../../examples/examples.ts'

/** A program of a telling shape. */
export interface NamedShape {
  readonly shape: string
  readonly program: string
  readonly d: number
  readonly c: number
}

/** Examples with few inputs, few outputs, and as many of both: those that say which shape they have. */
export const namedShapes: readonly NamedShape[] = examples.flatMap(({ shape, program }) => {
  const graph = shape === undefined ? null : compileGradual(program).graph
  if (shape === undefined || !graph) return []
  return [{ shape, program, d: passCount(graph, 'forward'), c: passCount(graph, 'reverse') }]
})
