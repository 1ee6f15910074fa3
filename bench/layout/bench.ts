import { type Engine, ours, type Picture, peers } from './engines.ts'
import { chain, type Graph, perceptron, product, program, wrapped } from './graphs.ts'
import { measure, movement } from './measures.ts'

const SUITE: readonly (readonly [string, Graph])[] = [
  ['program 50', program(50, 1)],
  ['program 50 b', program(50, 2)],
  ['program 200', program(200, 1)],
  ['program 200 b', program(200, 2)],
  ['perceptron 2-3-3-1', perceptron([2, 3, 3, 1])],
  ['product 100', product(100)],
  ['chain 200', chain(200)],
  ['program 1000', program(1000, 1)],
  ['perceptron 8-16-16-1', perceptron([8, 16, 16, 1])],
  ['program 3000', program(3000, 1)],
]
/** Larger pictures are only timed. */
const MOST_MEASURED = 1_500
const EDITS = 8

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]

async function milliseconds(engine: Engine, graph: Graph): Promise<number> {
  const times: number[] = []
  const end = performance.now() + 400
  while (times.length < 3 || (performance.now() < end && times.length < 25)) {
    const start = performance.now()
    await engine.draw(graph)
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Medians over a few edits of one operator, spread over the graph. */
async function stability(engine: Engine, graph: Graph, before: Picture): Promise<{ mean: number; moved: number }> {
  const consumers = [...graph.operands.keys()].filter((v) => graph.operands[v].length > 0)
  const moves: { mean: number; moved: number }[] = []
  for (let i = 0; i < EDITS; i++) {
    const consumer = consumers[Math.floor((i * consumers.length) / EDITS)]
    const edited = wrapped(graph, consumer, i % graph.operands[consumer].length)
    moves.push(movement(before, await engine.draw(edited, before)))
  }
  const mean = (of: (move: { mean: number; moved: number }) => number) =>
    moves.reduce((sum, move) => sum + of(move), 0) / moves.length
  return { mean: mean(({ mean }) => mean), moved: mean(({ moved }) => moved) }
}

async function row(name: string, graph: Graph, engine: Engine, ourTime: number) {
  const size = graph.operands.length
  const time = engine === ours ? ourTime : await milliseconds(engine, graph)
  const timed = {
    graph: name,
    nodes: size,
    engine: engine.name,
    ms: Number(time.toFixed(1)),
    'times ours': Number((time / ourTime).toFixed(1)),
  }
  if (size > MOST_MEASURED) return timed
  const picture = await engine.draw(graph)
  const { crossings, overlaps, through, inverted } = measure(graph, picture)
  const { mean, moved } = await stability(engine, graph, picture)
  return {
    ...timed,
    crossings,
    overlaps,
    through,
    'inverted %': Math.round(inverted),
    'Δy px': Number(mean.toFixed(1)),
    'moved %': Math.round(moved),
  }
}

const rows: object[] = []
for (const [name, graph] of SUITE) {
  const time = await milliseconds(ours, graph)
  for (const engine of [ours, ...peers.filter(({ most }) => graph.operands.length <= most)])
    rows.push(await row(name, graph, engine, time))
}
console.table(rows)
