import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Fix, type Graph, primal } from '../src/core.ts'
import { entriesOf } from './entries.ts'
import { kindOf } from './fixKinds.ts'
import { mend } from './fixtures/tape.ts'
import { testTexts } from './fixtures/testTexts.ts'
import { texts } from './texts.ts'

/** The values of the outputs by name; null if the text has no meaning. */
function valuesOf(graph: Graph | null): ReadonlyMap<string, readonly number[]> | null {
  if (!graph) return null
  return new Map(Object.entries(primal(graph).outputs).map(([name, value]) => [name, entriesOf(value)]))
}

/** Formulas that keep digits give what the plain ones give, but for rounding, and where those overflow a number. */
const isSame = (before: number, after: number): boolean =>
  !Number.isFinite(before) || Math.abs(before - after) <= 1e-9 * Math.max(1, Math.abs(before))

/** Names that nothing defines, which a note may take for a product, a function or a transpose. */
const undefinedIn = (graph: Graph | null): string[] =>
  (graph?.inputs ?? []).filter(({ literal }) => literal === null).map(({ name }) => name)

/** A fix mends a text without a meaning, keeps every value, or gives a name that nothing defines the one meaning that it has in parts. */
function expectHonest(source: string, fix: Fix, wasError: boolean): void {
  const [before, after] = [compile(source).graph, compile(mend(source, fix)).graph]
  const [values, mended] = [valuesOf(before), valuesOf(after)]
  if (!values) {
    expect(wasError || compile(source).diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    return
  }
  expect(mended).not.toBeNull()
  if (undefinedIn(after).length < undefinedIn(before).length && !fix.label.includes('=')) return
  for (const [name, entries] of values)
    for (const [i, x] of entries.entries())
      expect([name, isSame(x, mended?.get(name)?.[i] ?? Number.NaN)]).toEqual([name, true])
}

function expectHonestFixes(source: string): void {
  for (const { fix, severity } of compile(source).diagnostics) if (fix) expectHonest(source, fix, severity === 'error')
}

/** Each fix of a text: of a kind that is known, right by the rule of its kind, and not offered again. */
function faultsOf(source: string): string[] {
  const { graph, diagnostics } = compile(source)
  const before = valuesOf(graph)
  return diagnostics.flatMap(({ fix, message, from, to }) => {
    if (!fix) return []
    const [kind, after] = [kindOf(message), mend(source, fix)]
    const fault = (says: string) => [`${says}: ${message} ${JSON.stringify(source)} → ${JSON.stringify(after)}`]
    if (!kind) return fault('no kind of fix')
    if (!kind.isRight({ source, message, fix, after })) return fault('not what its kind does')
    if (kind.before === 'refused' && before) return fault('the text had a meaning')
    const mended = compile(after)
    if (mended.diagnostics.some((each) => each.message === message && each.from === from && each.to === to))
      return fault('offered again')
    if (kind.before !== 'kept' || !before) return []
    const values = valuesOf(mended.graph)
    const isKept = [...before].every(([name, entries]) =>
      entries.every((x, i) => isSame(x, values?.get(name)?.[i] ?? Number.NaN)),
    )
    return isKept ? [] : fault('another value')
  })
}

const TEXTS = [
  'x = 2\nf = log(1 + x) + (exp(x) - 1)',
  'x = 2\nf = log(1 + exp(x))',
  'x = [1, 2]\nf = log(sum(exp(x)))',
  'a = 1\nf = log(exp(a) + exp(2*a))',
  'x = 2\nf = 1/2x + e^2x',
  'f = a*x^2 + b*x + c',
  'x = 2\ny = 3\nf = xy + 2*xy',
  'x = 2\nf = sinx',
  'W = [[1, 2], [3, 4]]\nf = W^T @ W',
  'x = 1\nf = g',
  'x = 1, y = 2\nf = x*y',
]

describe('a fix', () => {
  it.each(TEXTS)('changes no meaning: %j', (source) => {
    expectHonestFixes(source)
  })

  it('is of a known kind, and right, in every text that stands in a test', { timeout: 300_000 }, () => {
    const all = testTexts()
    expect(all.length).toBeGreaterThan(3_000)
    expect(all.flatMap(faultsOf)).toEqual([])
  })

  it('changes no meaning of random and mutated programs', { timeout: 200_000 }, () => {
    fc.assert(fc.property(texts, expectHonestFixes), { seed: 5, numRuns: 2_000 })
  })

  /** Mistakes that have more than one remedy: what is meant is not guessed. */
  it.each(
    [
      [
        'f = x +',
        'f = x + * y',
        '(x + 1)) * 2',
        'f = sin(x + 1',
        'f = max(sin(a, b',
        'f = 2 3',
        '(x) 2',
        'f = atan2(y x)',
      ],
      [
        'f = sin x^2',
        'f = sin 2x',
        'f = sin^-1(x)',
        'f = sin^2(x)^3',
        'f = exp^x',
        'x = 1,5',
        'f = (a, b)',
        'f = a/b c',
      ],
      [
        'f = 2*a = b',
        'where(x = 1, a, b)',
        'sum(axis = 0, x)',
        'x == 2',
        'x^2 + 1 = y',
        'my rate = 6',
        'f = 1.2.3',
        'f = 3e2.5',
      ],
      [
        'f = √2x',
        'f = √x^2',
        'f = |x|',
        "f = x'",
        'f = “x”',
        'f = 2☃',
        'f = a % b',
        'f = a // b',
        'f = 30°',
        'f = {x}',
        'f = x.y',
      ],
      [
        'f = g()',
        'g(a, a) = a',
        'x[0:1:2:3]',
        'x[::0]',
        '2[0]',
        'x²[0]',
        'f = σ(x)',
        'f = lg(x)',
        'f = k(x + 1)',
        'x = [1, 2]\nf = x(1)',
      ],
      [
        'f = act(x)',
        'f = prob(x)',
        'f = elu_(x)',
        'f = squeeze(x)',
        'f = relu6(x)',
        'f = softmax1(x, y)',
        'f = sih(x)',
        'f = int(x)',
      ],
    ].flat(),
  )('is not offered where it would guess: %j', (source) => {
    expect(compile(source).diagnostics.filter(({ fix, severity }) => fix && severity !== 'note')).toEqual([])
  })
})
