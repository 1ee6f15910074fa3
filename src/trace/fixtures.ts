import fc from 'fast-check'
import type { Mode, Primal } from '../autodiff/pass.ts'
import { compile, primal, seedIndex } from '../core.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { type Narration, narrate } from './narration/index.ts'
import type { Frame, Pass } from './pass.ts'
import { passes } from './passes.ts'
import type { Standing } from './table.ts'

/** For tests: the passes of a program at its point. */
export function passesOf(source: string, mode: Mode) {
  const { graph, diagnostics } = compile(source)
  if (!graph) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return passes(primal(graph), mode)
}

/** The pass of a seeded input or output, or of an entry of it. */
export function passNamed(source: string, mode: Mode, name: string): Pass {
  const list = passesOf(source, mode)
  return list.get(1 + seedIndex(list.primal.graph, mode, name))
}

export const frameAt = (pass: Pass, step: number, term = 0): Frame => ({ pass, step, term })
/** A mode in one of its passes, as far as that goes. */
export function standingAt(values: Primal, mode: Mode, index: number, step: number): Standing {
  const list = passes(values, mode)
  const at = index % list.count
  const pass = list.get(at)
  return { list, index: at, frame: frameAt(pass, Math.min(step, pass.steps.length)), waits: false }
}

export const completeFrame = (pass: Pass): Frame => frameAt(pass, pass.steps.length)

/** What is told in the step of the node that goes by this name. */
export function told(pass: Pass, name: string): Narration {
  const step = pass.stepOf[nodeNamed(pass.primal.graph, name) ?? -1]
  if (!(step >= 0)) throw new Error(`${name} has no step in this pass`)
  return narrate(frameAt(pass, step + 1))
}

const OPERATIONS = [
  'A+B',
  'A-B',
  'A*B',
  'A/B',
  'sin(A)',
  'exp(A)',
  'max(A,B)',
  'where(A>B,A,B)',
  'A^2',
  '-A',
  'sqrt(A)',
  'floor(A)',
  'logsumexp(A,B,C)',
  'relu(A)',
  'log(A)',
  'A^B',
  'clamp(A,B,C)',
  '3*A',
]

/** Small random programs with fan-out, repeated operands, kinks and singular points. */
export const somePrograms = fc
  .record({
    values: fc.array(fc.constantFrom('0', '1', '-2', '0.5', '3'), { minLength: 2, maxLength: 4 }),
    lines: fc.array(fc.tuple(fc.constantFrom(...OPERATIONS), fc.nat(), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 10,
    }),
    outputs: fc.array(fc.nat(), { maxLength: 2 }),
  })
  .map(({ values, lines, outputs }) => {
    const inputs = values.map((value, i) => `x${i + 1} = ${value}`)
    const definitions = lines.map(([operation, ...operands], i) => {
      const name = (n: number) =>
        n % (values.length + i) < values.length
          ? `x${(n % (values.length + i)) + 1}`
          : `u${(n % (values.length + i)) - values.length}`
      return `u${i} = ${operation.replace(/[ABC]/g, (letter) => name(operands['ABC'.indexOf(letter)]))}`
    })
    return [
      ...inputs,
      ...definitions,
      ...[...new Set(outputs.map((n) => n % lines.length))].map((n) => `output u${n}`),
    ].join('\n')
  })
