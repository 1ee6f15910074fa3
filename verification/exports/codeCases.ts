import fc from 'fast-check'
import { compile, type Graph, type Value } from '../../src/core.ts'
import { examples } from '../../src/examples/examples.ts'
import { pythonPrograms } from '../../src/examples/pythonPrograms.ts'
import { isArrayPrimitive } from '../../src/primitives/arrayPrimitive.ts'
import { scalarTensor } from '../../src/primitives/value.ts'
import { arrayPrograms } from '../arrayPrograms.ts'
import edges from '../cases/edges.json' with { type: 'json' }
import gradients from '../cases/gradients.json' with { type: 'json' }
import published from '../cases/published.json' with { type: 'json' }
import { appliedGraph } from '../fixtures/appliedGraph.ts'
import { ARRAY_PROGRAMS } from '../fixtures/arrayPrograms.ts'
import { HOSTILE } from '../fixtures/hostileCode.ts'
import { applicationsOf, countsIn } from '../fixtures/randomOperands.ts'
import { programs, type RandomProgram } from '../programs.ts'
import { arrayPrimitives, primitives } from '../registry.ts'

/** A program that is written as code. */
export interface CodeCase {
  readonly name: string
  readonly program: string
  readonly graph: Graph
  readonly closed: Graph | null
}

const SEED = 20261130

function compiled(name: string, program: string, at?: Readonly<Record<string, Value>>, read?: 'gradual'): CodeCase {
  const own = compile(program, { at, language: read })
  const { graph, diagnostics, language } = own
  if (!graph) throw new Error(`${program}\n${diagnostics[0]?.message}`)
  const { graph: closed } = language === 'gradual' ? compile(program, { at, open: new Set(), language }) : own
  return { name, program, graph, closed: language === 'gradual' ? closed : null }
}

const sampled = (of: fc.Arbitrary<RandomProgram>, count: number, kind: string): CodeCase[] =>
  fc.sample(of, { numRuns: count, seed: SEED }).map(({ source, at }, i) => compiled(`${kind} ${i}`, source, at))

/** NaN, infinities and −0 stand as texts. */
const numbersIn = (named: object): Record<string, number> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, Number(value)]))

export const publishedCases = (): CodeCase[] => [
  ...published.map(({ name, program }) => compiled(`published: ${name}`, program)),
  ...examples.map(({ name, program }) => compiled(`example: ${name}`, program)),
  ...Object.entries(ARRAY_PROGRAMS).map(([name, program]) => compiled(`arrays: ${name}`, program)),
]

export const hostileCases = (): CodeCase[] => [compiled('hostile', HOSTILE, undefined, 'gradual')]

export const pythonCases = (): CodeCase[] =>
  pythonPrograms.map(({ name, program }) => compiled(`Python: ${name}`, program))

export const gradientCases = (): CodeCase[] =>
  gradients.map(({ inputs, expr, source }, i) =>
    compiled(
      `gradient ${i}, ${source}: ${expr}`,
      [...Object.entries(inputs).map(([name, x]) => `${name} = ${x}`), `output value = ${expr}`].join('\n'),
    ),
  )

export const edgeCases = (): CodeCase[] =>
  edges.map(({ id, expr, inputs }) => {
    const written = expr.replace(/^softmax1\((.*)\)$/, 'softmax([$1])[0]')
    const lines = [...Object.keys(inputs).map((name) => `${name} = 0.5`), `output f = ${written}`]
    return compiled(`edge ${id}: ${expr} at ${JSON.stringify(inputs)}`, lines.join('\n'), numbersIn(inputs))
  })

export const randomCases = (scalars = 100, arrays = 60): CodeCase[] => [
  ...sampled(programs, scalars, 'random'),
  ...sampled(arrayPrograms, arrays, 'random arrays'),
]

/** Each operation by itself, at its samples and at random operands. */
export const operationCases = (runs = 4): CodeCase[] =>
  [...primitives, ...arrayPrimitives].flatMap((operation) => {
    const random = countsIn(operation).flatMap((count) =>
      fc.sample(applicationsOf(operation, count), { numRuns: runs, seed: SEED }),
    )
    const atSamples = isArrayPrimitive(operation)
      ? []
      : operation.samples
          .filter(({ length }) => typeof operation.arity === 'number' || length <= operation.arity.most)
          .map((operands) => ({ operands: operands.map(scalarTensor), attributes: {} }))
    return [...random, ...atSamples].map((application, i) => ({
      name: `${operation.name} ${i}: ${JSON.stringify(application.operands.map(({ entries }) => [...entries]))} ${JSON.stringify(application.attributes)}`,
      program: operation.name,
      graph: appliedGraph(operation, application),
      closed: null,
    }))
  })
