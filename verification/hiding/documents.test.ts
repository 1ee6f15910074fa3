import { beforeEach, expect, test } from 'vitest'
import { type DocumentFormat, type DocumentName, documentFile } from '../../src/exports/documents/documents.ts'
import { exact, short } from '../../src/notation/numbers.ts'
import '../../src/state/masking.ts'
import { currentSession, ownSeeds } from '../../src/state/session.ts'
import { solutionAtHand } from '../../src/state/shownSolution.ts'
import { change, now, useGradual } from '../../src/state/store.ts'
import { graphOf } from '../fixtures/compiled.ts'

beforeEach(() => useGradual.setState(useGradual.getInitialState(), true))

const PROGRAMS = [
  'a = 1.3717\nb = -0.7193\nc = a*b\nd = tanh(c) + sin(a)\nf = d/(2.37 + b*b)\ng = max(c, d)*1.173',
  'W = [[1.371, -0.719], [0.333, 2.117]]\nx = [0.917, 1.213]\nh = tanh(W @ x)\nf = sum(h*h)',
]
const WAYS: readonly (readonly [DocumentName, DocumentFormat])[] = [
  ['trace', 'CSV'],
  ['trace', 'Markdown'],
  ['solution', 'CSV'],
  ['solution', 'LaTeX'],
  ['solution', 'HTML'],
  ['worksheet', 'HTML'],
  ['key', 'Markdown'],
]

/** Numbers that would be known from others: of few figures. */
const isTelling = (number: number): boolean => short(number).length > 5

test.each(PROGRAMS)('what is hidden on the page is in no document of program %#', async (source) => {
  const compilation = { ...now().compilation, source, graph: graphOf(source) }
  change({ shown: 'compare', compilation, hide: new Set(['values', 'tangents', 'adjoints', 'partials', 'results']) })
  const { timeline, primal } = currentSession(now()) ?? expect.unreachable()
  const inputs = new Set(
    primal.graph.inputs.flatMap(({ node }) => [
      ...primal.values.subarray(primal.graph.offset[node], primal.graph.offset[node + 1]),
    ]),
  )
  const found = [timeline.forward, timeline.reverse].flatMap((list) =>
    Array.from({ length: list.count }, (_, i) => [...list.get(i).numbers]).flat(),
  )
  const hidden = found.filter((number) => isTelling(number) && !inputs.has(number) && !source.includes(exact(number)))
  expect(hidden.length).toBeGreaterThan(10)
  for (const [document, format] of WAYS) {
    const solution = solutionAtHand(now()) ?? expect.unreachable()
    const text = String((await documentFile(solution, document, format, new Set(['rules']))).data)
    expect(text).toContain('?')
    for (const number of hidden) {
      expect(text, `${document} as ${format}`).not.toContain(exact(number))
      expect(text, `${document} as ${format}`).not.toContain(short(Math.abs(number)))
    }
  }
})

test('a Hessian-vector product is worked as the page shows it: tangents, adjoints, and what these change by', async () => {
  await ownSeeds.get()
  const source = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
  change({ shown: 'reverse', compilation: { ...now().compilation, source, graph: graphOf(source) } })
  change({ seeds: { forward: 'x1:1;x2:0.5', reverse: null, hvp: 'f' } })
  const list = currentSession(now())?.timeline.reverse
  expect(list?.of).toBe('second')
  const solution = solutionAtHand(now()) ?? expect.unreachable()
  const { data } = await documentFile(solution, 'solution', 'Markdown', new Set())
  for (const title of ['Tangents along v', 'Adjoints of f', 'Adjoint tangents']) expect(data).toContain(`## ${title}\n`)
  // H = [[−sin x₁, 1], [1, 0]]
  expect(data).toContain(`| H·v at x₁ | ${short(-Math.sin(2) + 0.5)} |`)
})
