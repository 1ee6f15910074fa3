import fc from 'fast-check'
import { expect, it } from 'vitest'
import { valueWarnings } from '../src/autodiff/warnings.ts'
import {
  adjoint,
  type CompileOptions,
  compile,
  type Diagnostic,
  type Graph,
  primal,
  type Span,
  unitSeed,
} from '../src/core.ts'
import { graphOf } from './fixtures/compiled.ts'
import { mend } from './fixtures/tape.ts'
import { texts } from './texts.ts'

const SEED = 20_260_105
/** Many times what one takes, for slow machines. */
const MS_PER_TEXT = 20

const isInside = ({ from, to }: Span, source: string): boolean => from >= 0 && from <= to && to <= source.length

function isInOrder(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  return sorted.every(({ from }, i) => i === 0 || sorted[i - 1].to <= from)
}

function expectSound({ message, fix, from, to }: Diagnostic, source: string): void {
  expect(isInside({ from, to }, source)).toBe(true)
  expect(message).toMatch(/^.{10,400}[.?…]$/s)
  if (!fix) return
  expect(fix.changes.every((change) => isInside(change, source))).toBe(true)
  expect(isInOrder(fix.changes)).toBe(true)
  expect(mend(source, fix)).not.toBe(source)
  compile(mend(source, fix))
}

/** Compiles any text as the page does; gives whether it became a graph. */
export function expectCompiles(source: string): boolean {
  const { graph, diagnostics } = compile(source)
  for (const diagnostic of diagnostics) expectSound(diagnostic, source)
  expect(graph === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
  if (!graph) return false
  expectRuns(graph, source)
  if (graph.modules.length > 0) expectLooks(source, { open: new Set() })
  if (graph.shapes.length > 1) expectLooks(source, { unrolled: true })
  return true
}

/** Another look at a program that became a graph. */
function expectLooks(source: string, options: CompileOptions): void {
  const graph = graphOf(source, options)
  expectRuns(graph, source)
}

function expectRuns(graph: Graph, source: string): void {
  const pass = primal(graph)
  for (const warning of valueWarnings(pass)) expectSound(warning, source)
  for (const { name, node } of graph.outputs) adjoint(pass, unitSeed(graph, { name, of: name, node, entry: 0 }))
}

export function describeRandomTexts(count: number): void {
  it(`${count} random and mutated programs become graphs or clear messages; a third or more become graphs`, {
    timeout: count * MS_PER_TEXT,
  }, () => {
    let graphs = 0
    const holds = (source: string) => {
      if (expectCompiles(source)) graphs++
    }
    fc.assert(fc.property(texts, holds), { seed: SEED, numRuns: count })
    expect(graphs).toBeGreaterThan(count / 3)
  })
}
