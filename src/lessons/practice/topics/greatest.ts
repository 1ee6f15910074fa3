import { operationOf } from '../../../graph/operations.ts'
import { askAdjoint } from '../asking/adjoint.ts'
import { askDerivative } from '../asking/derivative.ts'
import { askRouted } from '../asking/routed.ts'
import { askValue } from '../asking/value.ts'
import { greater, lesser, minus, plus, rectified, scaled, shifted, timesOther, written } from '../written.ts'
import type { PracticeTopic } from './topic.ts'

export const greatest: PracticeTopic = {
  ...{ name: 'max', title: 'Max and its kin', gist: 'What decides the value gets all of the adjoint.', outputs: 1 },
  write: (draw, level) =>
    written(draw, {
      ...{ inputs: level === 1 ? ['x', 'y'] : ['x', 'y', 'z'], lines: level + 1, outputs: 1, unaryOneIn: 3 },
      unary: level === 1 ? [shifted, scaled] : [rectified, shifted, scaled],
      binary: level === 1 ? [greater, timesOther, plus] : [greater, lesser, timesOther, minus],
    }),
  shows: ({ graph }) => [...graph.op.keys()].some((node) => /^(max|min)$/.test(operationOf(graph, node)?.name ?? '')),
  asks: [askRouted, askAdjoint, askDerivative, askValue],
}
