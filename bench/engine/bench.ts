import { writeFileSync } from 'node:fs'
import { defaultDevice, init } from '@jax-js/jax'
import * as tf from '@tensorflow/tfjs'
import { compile, type Graph } from '../../src/core.ts'
import { unroll } from '../../src/graph/unroll/unroll.ts'
import { adnn } from './adnn.ts'
import { byHand } from './byHand.ts'
import type { Engine } from './engine.ts'
import { compilingTime, fresh, gradual, onTape } from './gradual.ts'
import { growth } from './growth.ts'
import { growthPicture } from './growthPicture.ts'
import { jaxJs } from './jaxJs.ts'
import { passes, rounded } from './passes.ts'
import { suite, type Work } from './programs.ts'
import { simplegrad } from './simplegrad.ts'
import { tfjs } from './tfjs.ts'
import { fastest } from './timing.ts'

const engines: readonly Engine[] = [gradual, onTape, fresh, byHand, simplegrad, adnn, jaxJs, tfjs]

function graphOf({ source, unrolled }: Work): Graph {
  const { graph, diagnostics } = compile(source)
  if (!graph) throw new Error(diagnostics[0].message)
  return unrolled ? unroll(graph, () => true) : graph
}

const OURS = [gradual, onTape, fresh]

/** Operations between numbers: those of the written-out graph count for arrays too. */
const operationsOf = ({ op }: Graph): number => op.reduce((count, each) => count + (each >= 0 ? 1 : 0), 0)

/** What an engine needs before its first gradient is there, in milliseconds; ours begins with the text. */
function prepared(engine: Engine, work: Work, graph: Graph) {
  const start = performance.now()
  const run = engine.prepare(work, OURS.includes(engine) ? graphOf(work) : graph)
  if (!run) return []
  const first = run()
  return [{ engine, run, first, setUp: performance.now() - start }]
}

function compare(work: Work): void {
  const graph = graphOf(work)
  const operations = operationsOf(work.arrays ? unroll(graph, () => true) : graph)
  const all = engines.flatMap((engine) => prepared(engine, work, graph))
  for (const { engine, first } of all)
    if (!(Math.abs(first - all[0].first) <= engine.tolerance * Math.max(1, Math.abs(all[0].first))))
      throw new Error(`${work.name}: ${engine.name} gives ${first}, not ${all[0].first}`)
  const best = fastest(
    all.map(({ run }) => run),
    operations,
  )
  const saved = (operations * (best[1] - best[0])) / 1e6
  const compiling = compilingTime(graph)
  console.log(
    `\n${work.name}: value and gradient, ${operations} operations. Compiling takes ${rounded(compiling)} ms, which has paid after ${Math.ceil(compiling / saved)} evaluations.`,
  )
  console.table(
    all.map(({ engine, setUp }, i) => ({
      engine: engine.name,
      'ns an operation': Number(best[i].toPrecision(3)),
      'times ours': rounded(best[i] / best[0]),
      'ms to the first': rounded(setUp),
    })),
  )
}

await init('wasm')
defaultDevice('wasm')
await tf.setBackend('cpu')

for (const work of suite) compare(work)
console.log(
  '\nOur passes, compiled, as multiples of the values alone; and on the tape, as multiples of a primal pass for values alone',
)
console.table(suite.map((work) => passes(work.name, graphOf(work))))
console.log('\nValue and gradient of ever larger graphs, in nanoseconds an operation')
const points = growth()
console.table(points)
writeFileSync('engine/growth.svg', growthPicture(points))
console.log('bench/engine/growth.svg shows it.')
