import fc from 'fast-check'
import katex from 'katex'
import { expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { primal } from '../src/core.ts'
import { memoryOf } from '../src/costs/memory.ts'
import { modeCounts } from '../src/costs/modeCounts.ts'
import type { Graph } from '../src/graph/graph.ts'
import { buildTraced } from '../src/graph/traced/buildTraced.ts'
import type { Traced } from '../src/graph/traced/traced.ts'
import { operationTree } from '../src/notation/formulas.ts'
import { expressionLatex } from '../src/notation/latex.ts'
import { canOpen } from '../src/picture/opens.ts'
import { structureOf } from '../src/picture/structure.ts'
import { localJacobian } from '../src/trace/localJacobian.ts'
import { narrate } from '../src/trace/narration/index.ts'
import { passes } from '../src/trace/passes.ts'
import { traceNodes } from '../src/trace/table.ts'
import { randomRuns } from './randomRuns.ts'

/** With nothing open, with something, with all of it. */
function graphsOf(traced: Traced): Graph[] {
  const all = buildTraced(traced).graph as Graph
  const some = new Set(all.modules.filter((_, i) => i % 2 === 0).map(({ place }) => place))
  return [all, ...[new Set<number>(), some].map((open) => buildTraced(traced, { open }).graph as Graph)]
}

it('runs are told, typeset and counted, whatever their blocks are called', { timeout: 120_000 }, () => {
  const told = (graph: Graph) => {
    const pass = primal(graph)
    for (const mode of MODES) {
      const list = passes(pass, mode)
      for (let index = 0; index < Math.min(2, list.count); index++)
        for (const step of list.get(index).steps.keys()) {
          const { sentence, speech, notes } = narrate({ pass: list.get(index), step: step + 1, term: 0 })
          for (const text of [sentence, speech, ...notes.map((note) => note.text)])
            expect(text).not.toMatch(/ [:.,]|\bof [:.]|undefined|NaN/)
        }
      modeCounts(pass, mode)
      memoryOf(pass, mode)
    }
    for (const node of traceNodes(graph).filter((each) => graph.op[each] >= 0)) {
      const latex = expressionLatex(operationTree(graph, node))
      katex.renderToString(latex, { throwOnError: true, strict: 'error' })
      canOpen(graph, node)
    }
    for (const edge of graph.operand.keys()) localJacobian(pass, edge)
    structureOf(graph)
  }
  fc.assert(
    fc.property(randomRuns, (traced) => graphsOf(traced).forEach(told)),
    { seed: 7, numRuns: 40 },
  )
})
