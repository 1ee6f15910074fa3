import { describe, expect, it } from 'vitest'
import { idOf, tapeOf } from '../../../verification/fixtures/tape.ts'
import { operations } from '../../primitives/index.ts'
import type { Shape } from '../../primitives/shape.ts'
import { sizeOf } from '../../primitives/shape.ts'
import type { Tensor } from '../../primitives/value.ts'
import { type Attributes, NO_ATTRIBUTES } from '../../primitives/wiring.ts'
import type { BuildOptions } from '../build.ts'
import type { Graph } from '../graph.ts'
import { closedAt, isClosed } from '../operations.ts'
import { sameStructure } from '../tape/identity.ts'
import { buildTraced } from './buildTraced.ts'
import type { Block, Step, Traced } from './traced.ts'

const NOTHING: ReadonlySet<number> = new Set()
const HERE = { from: 0, to: 1 }

const filled = (shape: Shape, value: number): Tensor => ({
  shape,
  entries: new Float64Array(sizeOf(shape)).fill(value),
})
const number = (value: number, at = HERE): Step => ({ kind: 'constant', value: filled([], value), at })
const call = (block: Block, ...operands: number[]): Step => ({ kind: 'block', block, operands })

function apply(name: string, operands: readonly number[], at = HERE, attributes: Attributes = NO_ATTRIBUTES): Step {
  const op = operations.findIndex((operation) => operation.name === name)
  return { kind: 'operation', op, operands, attributes, at }
}

/** `names` by value. */
const block = (
  name: string,
  parameters: number,
  steps: readonly Step[],
  results: readonly number[],
  names: Readonly<Record<string, number>> = {},
): Block => ({
  ...{ name, at: HERE, parameters, steps, results },
  names: Object.entries(names).map(([given, value]) => ({ name: given, value, at: HERE })),
})

/** A run with inputs x, y, … of these values; the last value of each name is the output of that name. */
function run(values: readonly (number | Tensor)[], main: Block, outputs: Readonly<Record<string, number>>): Traced {
  return {
    source: '.'.repeat(100),
    inputs: values.map((value, i) => ({
      ...{ name: 'xyz'[i], role: null, literal: { from: 10 + i, to: 11 + i }, at: { from: 20 + i, to: 21 + i } },
      value: typeof value === 'number' ? filled([], value) : value,
    })),
    main,
    outputs: Object.entries(outputs).map(([name, value]) => ({ name, value, at: { from: 30, to: 31 } })),
  }
}

function graphOf(traced: Traced, options: BuildOptions = {}): Graph {
  const { graph, diagnostics } = buildTraced(traced, options)
  if (!graph) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return graph
}

/** With every closed module open that has one of these names. */
function opened(traced: Traced, ...names: string[]): Graph {
  const open = new Set<number>()
  for (const name of names) {
    const graph = graphOf(traced, { open })
    for (const [node, place] of graph.place.entries())
      if (isClosed(graph, node) && closedAt(graph, node).name === name) open.add(place)
  }
  return graphOf(traced, { open })
}

const namesOf = ({ names }: Graph) => [...names].map(([node, own]) => `${node}: ${own.join(', ')}`)

/** x = x*x; y = x + 2 */
const rebound = (constant = 2) =>
  run([3], block('', 1, [apply('mul', [0, 0]), number(constant), apply('add', [1, 2])], [], { x: 1, y: 3 }), {
    x: 1,
    y: 3,
  })

/** A loop of rounds that carry w and b: b = sin(w), w = w*b. */
function loop(rounds: number, before: readonly Step[] = []): Traced {
  const round = (k: number) => block(`round ${k}`, 2, [apply('sin', [0]), apply('mul', [0, 2])], [3, 2], { b: 2, w: 3 })
  const steps = Array.from({ length: rounds }, (_, k) => call(round(k + 1), 2 * k, 2 * k + 1))
  const last = 2 + before.length
  const main = block('', 2, [...before, call(block('for', 2, steps, [2 * rounds, 2 * rounds + 1]), 0, 1)], [], {
    ...Object.fromEntries(before.map((_, i) => [`n${i}`, 2 + i])),
    ...{ w: last, b: last + 1 },
  })
  return run([0.5, 1], main, { loss: last })
}

describe('the graph of a run', () => {
  it('has a node for each step, and shares equal ones', () => {
    const traced = run([1], block('', 1, [apply('sin', [0]), apply('sin', [0]), apply('mul', [1, 2])], []), { f: 3 })
    expect(tapeOf(graphOf(traced))).toEqual(['x', 'v1 = sin(x)', 'v2 = mul(v1, v1)'])
    expect(graphOf(traced, { shareSubexpressions: false }).size).toBe(4)
  })

  it('gives every version of a name to its node, and outputs their own names', () => {
    const graph = graphOf(rebound())
    expect(namesOf(graph)).toEqual(['0: x', '1: x', '3: y'])
    expect(graph.outputs).toEqual([
      { name: 'x', node: 1 },
      { name: 'y', node: 3 },
    ])
  })

  it('has the values and literals of its inputs', () => {
    const [{ name, value, literal, role }] = graphOf(rebound()).inputs
    expect({ name, value, literal, role }).toEqual({ name: 'x', value: 3, literal: { from: 10, to: 11 }, role: null })
  })

  it('knows where everything stands in the text', () => {
    const at = { from: 50, to: 55 }
    const inner = { ...block('f', 1, [apply('sin', [0], at)], [1]), at: { from: 60, to: 66 } }
    const named = { ...inner, names: [{ name: 'a', value: 0, at: { from: 70, to: 71 } }] }
    const { occurrences, names } = graphOf(run([1], block('', 1, [call(named, 0)], []), { f: 1 }))
    const found = [...occurrences.node].map((node, i) => `${node}: ${occurrences.from[i]}-${occurrences.to[i]}`)
    expect(found).toEqual(['0: 10-11', '0: 20-21', '1: 30-31', '1: 50-55', '1: 60-66', '0: 70-71'])
    // A parameter goes by the name of what is passed for it.
    expect(names.get(0)).toEqual(['x'])
  })

  it.each([
    ['inputs', { ...rebound(), inputs: [...rebound().inputs, ...rebound().inputs] }],
    ['outputs', { ...rebound(), outputs: [...rebound().outputs, ...rebound().outputs] }],
  ])('is refused where two %s have one name', (_, traced) => {
    expect(buildTraced(traced)).toMatchObject({
      graph: null,
      diagnostics: [{ message: '“x” is there twice. Rename one.' }],
    })
  })
})

describe('a block', () => {
  it('is one node until it is opened, then its nodes stand in a module', () => {
    const f = block('f', 1, [apply('sin', [0]), apply('exp', [1])], [2])
    const traced = run([1], block('', 1, [call(f, 0)], []), { y: 1 })
    expect(tapeOf(graphOf(traced, { open: NOTHING }))).toEqual(['x', 'v1 = f(x)'])
    const graph = opened(traced, 'f')
    expect(tapeOf(graph)).toEqual(['x', 'v1 = sin(x)', 'v2 = exp(v1)'])
    expect(graph.modules.map(({ name, parent }) => [name, parent])).toEqual([['f', -1]])
    expect([...graph.module]).toEqual([-1, 0, 0])
  })

  it('of several results gives them in one vector, from which each is taken', () => {
    expect(tapeOf(graphOf(loop(2), { open: NOTHING }))).toEqual([
      'x',
      'y',
      'v1 = for(x, y)',
      'v2 = index(v1)',
      'v3 = index(v1)',
    ])
  })

  it('of several results that are arrays gives them their shapes again', () => {
    const f = block('f', 1, [apply('sin', [0]), apply('sum', [0])], [1, 2, 0])
    const traced = run([filled([2, 3], 1)], block('', 1, [call(f, 0)], []), { a: 1, b: 2, c: 3 })
    const graph = graphOf(traced, { open: NOTHING })
    expect(graph.outputs.map(({ node }) => graph.shapes[graph.shape[node]])).toEqual([[2, 3], [], [2, 3]])
    expect(tapeOf(graphOf(traced))).toEqual(['x', 'v1 = sin(x)', 'v2 = sum(x)'])
  })

  it('opens round by round, and nothing of the packing stays', () => {
    const graph = opened(loop(2), 'for', 'round 2')
    expect(tapeOf(graph)).toEqual([
      ...['x', 'y', 'v1 = round 1(x, y)', 'v2 = index(v1)', 'v3 = index(v1)'],
      ...['v4 = sin(v2)', 'v5 = mul(v2, v4)'],
    ])
    expect(graph.modules.map(({ name, parent }) => [name, parent])).toEqual([
      ['for', -1],
      ['round 2', 0],
    ])
  })

  it('is the same node where it is called twice with the same operands', () => {
    const f = block('f', 1, [apply('sin', [0])], [1])
    const main = block('', 1, [call(f, 0), call({ ...f }, 0), apply('mul', [1, 2])], [])
    expect(tapeOf(graphOf(run([1], main, { y: 3 }), { open: NOTHING }))).toEqual(['x', 'v1 = f(x)', 'v2 = mul(v1, v1)'])
  })

  it('has the same graph inside as one that differs in its name only', () => {
    const graph = opened(loop(3), 'for')
    expect(graph.closed.map(({ name }) => name)).toEqual(['round 1', 'round 2', 'round 3'])
    expect(new Set(graph.closed.map(({ graph: inside }) => inside)).size).toBe(1)
  })

  it('can have operations inside that open', () => {
    const f = block('f', 1, [apply('sigmoid', [0])], [1])
    const traced = run([1], block('', 1, [call(f, 0)], []), { y: 1 })
    const graph = opened(traced, 'f')
    const open = new Set(graph.modules.map(({ place }) => place)).add(graph.place[1])
    expect(graphOf(traced, { open }).modules.map(({ name }) => name)).toEqual(['f', 'sigmoid'])
  })

  it('that gives nothing back is no part of the graph', () => {
    const f = block('f', 1, [apply('sin', [0])], [])
    const traced = run([1], block('', 1, [call(f, 0), apply('exp', [0])], []), { y: 1 })
    for (const open of [NOTHING, 'all'] as const)
      expect(tapeOf(graphOf(traced, { open }))).toEqual(['x', 'v1 = exp(x)'])
  })

  it('may do nothing at all', () => {
    const traced = run([1], block('', 1, [call(block('f', 1, [], [0]), 0)], []), { y: 1 })
    expect(tapeOf(graphOf(traced))).toEqual(['x'])
    expect(tapeOf(graphOf(traced, { open: NOTHING }))).toEqual(['x', 'v1 = f(x)'])
  })
})

describe('ids over an edit', () => {
  it('all stay where a number changes', () => {
    const before = graphOf(rebound())
    const after = graphOf(rebound(5), { previous: before })
    expect(after.id).toEqual(before.id)
    expect(sameStructure(before, after)).toBe(true)
  })

  it('stay where a line is inserted', () => {
    const [before, changed] = [[], [apply('exp', [1])]].map((lines) => loop(3, lines))
    for (const names of [[], ['for'], ['for', 'round 2']]) {
      const first = opened(before, ...names)
      const places = new Set(first.modules.map(({ place }) => place))
      const second = graphOf(changed, { previous: first, open: places })
      expect([...first.id].every((id) => second.id.includes(id))).toBe(true)
      expect(idOf(second, 'w')).toBe(idOf(first, 'w'))
      expect(second.size).toBe(first.size + 1)
    }
  })

  it('stay where there are more rounds, and what is open stays open', () => {
    const first = opened(loop(2), 'for', 'round 2')
    const open = new Set(first.modules.map(({ place }) => place))
    const second = graphOf(loop(4), { previous: first, open })
    expect(second.modules.map(({ name }) => name)).toEqual(['for', 'round 2'])
    expect([...first.id].every((id) => second.id.includes(id))).toBe(true)
  })
})

describe('what is too large', () => {
  const large = (rows: number, times: number) => {
    const steps = Array.from({ length: times }, (_, i) => apply('sin', [i]))
    const f = block('f', 1, steps, [times])
    return run([filled([rows], 1)], block('', 1, [call(f, 0), apply('sum', [1])], []), { y: 2 })
  }

  it.each([
    ['as nodes', 'all' as const],
    ['inside a closed module', NOTHING],
  ])('is refused: %s', (_, open) => {
    expect(graphOf(large(1000, 900), { open }).outputs).toHaveLength(1)
    const { graph, diagnostics } = buildTraced(large(1000, 1100), { open })
    expect(graph).toBeNull()
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Here the program has more than 1,000,000 numbers. Make its arrays smaller.',
    ])
  })

  it('is refused without being made, however large it is', () => {
    expect(buildTraced(large(100_000, 20_000), { open: NOTHING }).graph).toBeNull()
  })

  it('is refused where many closed modules together are', () => {
    const f = (k: number) =>
      block(
        `f${k}`,
        1,
        Array.from({ length: 100 }, (_, i) => apply('sin', [i])),
        [100],
      )
    const main = block(
      '',
      1,
      Array.from({ length: 11 }, (_, k) => call(f(k), k)),
      [],
    )
    expect(buildTraced(run([filled([1000], 1)], main, { y: 11 }), { open: NOTHING }).graph).toBeNull()
  })
})
