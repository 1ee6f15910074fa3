import { compile, type Graph } from '../../src/core.ts'
import { unroll } from '../../src/graph/unroll.ts'
import { type Engine, ours, peers, type ValueAndGradient } from './engines.ts'
import { suite, type Work } from './programs.ts'

const ROUNDS = 30
/** So many operations a round, that the clock is fine enough. */
const OPERATIONS = 200_000

function graphOf({ source, unrolled }: Work): Graph {
  const { graph, diagnostics } = compile(source)
  if (!graph) throw new Error(diagnostics[0].message)
  return unrolled ? unroll(graph, () => true) : graph
}

/** Operations between numbers: those of the written-out graph count for arrays too. */
const operationsOf = ({ op }: Graph): number => op.reduce((count, each) => count + (each >= 0 ? 1 : 0), 0)

function nanoseconds(run: ValueAndGradient, operations: number): number {
  const calls = Math.max(1, Math.floor(OPERATIONS / operations))
  const start = performance.now()
  for (let i = 0; i < calls; i++) run()
  return ((performance.now() - start) * 1e6) / calls / operations
}

/** Rounds take turns, and the fastest of each engine counts, since the machine is not quiet. */
function compare(work: Work) {
  const graph = graphOf(work)
  const operations = operationsOf(graphOf({ ...work, unrolled: true }))
  const all = [ours, ...peers].flatMap((engine: Engine) => {
    const run = engine.prepare(graph)
    return run ? [{ engine, run, best: Number.POSITIVE_INFINITY }] : []
  })
  const expected = all[0].run()
  for (const { engine, run } of all)
    if (Math.abs(run() - expected) > 1e-9 * Math.max(1, Math.abs(expected))) throw new Error(`${engine.name} differs`)
  for (let round = 0; round < ROUNDS; round++)
    for (const each of all) each.best = Math.min(each.best, nanoseconds(each.run, operations))
  return all.map(({ engine, best }) => ({
    program: work.name,
    operations,
    engine: engine.name,
    'ns an operation': Number(best.toFixed(1)),
    'times ours': Number((best / all[0].best).toPrecision(2)),
  }))
}

console.log('\nValue and gradient')
console.table(suite.flatMap(compare))
