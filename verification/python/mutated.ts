import { expect, test } from 'vitest'
import type { Block, Traced } from '../../src/graph/traced/traced.ts'
import type { Diagnostic } from '../../src/language/diagnostic.ts'
import type { Span } from '../../src/language/syntax.ts'
import { readPython } from '../../src/python/python.ts'
import snippets from './snippets.json'

const SEED = 20_261_130
/** Programs of one seed. */
const CHUNK = 20_000
/** Longer than this is a hang. */
const HANGS = 1_000
/** Many times what one takes, for slow machines. */
const MS_PER_TEXT = 30

/** One of each construct; and what the libraries have given the numbers of. */
const OWN = [
  `import numpy as np
def act(x, k=2.0):
    """an activation"""
    y = np.exp(-k * x)
    return (1.0 - y) / (1. + y)

x = 0.5
h = x
for i in range(3):
    h = act(h)
    if h > 0.1: h = h * 2 + x
    else:
        h -= 1
z = act(h, k=3.0)
print(f"z = {z:.3f}")
`,
  `class Layer:
    def __init__(self, w, b=0.1):
        self.w = w
        self.b = b
    def __call__(self, x):
        return self.w * x + self.b
    @property
    def size(self): return abs(self.w)

net = [Layer(0.5), Layer(-1.5, b=2.0)]
x = 1.5
for layer in net:
    x = layer(x)
penalty = sum(l.size for l in net)
f = x ** 2 + 0.1 * penalty
`,
  `>>> xs = [1.0, 2.0, 3.0]
>>> ys = {'a': 1.0, 'b': xs[1:]}
>>> while xs[0] < 10:
...     xs[0] *= 2
...
>>> f = sum([x ** 3 for x in xs if x > 0]) + ys['a']
>>> f
36.0
`,
  `W = np.array([[1., 2.], [3., 4.]])
v = np.array([0.5, -1e-3])
a, *rest = W @ v
m = W.T[:, 0] * v[None, ::-1]
q = lambda t, *a, s=1, **k: t if not s or a else -t
g = q(a) + m.sum() - np.max(W, axis=1)[-1]
`,
]
const LIBRARIES = snippets.map(({ text }) => text)
const PIECES =
  `( ) [ ] { } : , . ; = == += ** // -> := @ * ' " """ \\ \n \t # % ~ <> ! $ ½ é π 0 1e309 1. 0x 999999999999999999 def class for while if else elif return lambda yield with try import from global nonlocal del assert break continue in is not and or None True await async match f'{ range(99999) [0]*99999 x x() self super() print `.split(
    ' ',
  )

/** A generator of numbers below a bound, the same each time (Park and Miller). */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

type Draw = ReturnType<typeof drawing>

const anyOf = <Item>(draw: Draw, items: readonly Item[]): Item => items[draw(items.length)]
const anySnippet = (draw: Draw): string => anyOf(draw, draw(2) === 0 ? OWN : LIBRARIES)

function mutated(draw: Draw): string {
  let text = anySnippet(draw)
  for (let k = draw(4); k >= 0; k--) {
    const [from, length] = [draw(text.length + 1), draw(12)]
    const other = anySnippet(draw)
    const start = draw(other.length)
    const put = [anyOf(draw, PIECES), '', other.slice(start, start + draw(30)), text.slice(from, from + length)]
    text = text.slice(0, from) + anyOf(draw, put) + text.slice(from + (draw(2) ? length : 0))
  }
  return text
}

function spansOf(block: Block): Span[] {
  const inner = block.steps.flatMap((step) => (step.kind === 'block' ? spansOf(step.block) : [step.at]))
  return [block.at, ...block.names.map(({ at }) => at), ...inner]
}

function spansIn({ inputs, main, outputs }: Traced): Span[] {
  const literals = inputs.flatMap(({ literal, at }) => (literal ? [literal, at] : [at]))
  return [...literals, ...spansOf(main), ...outputs.map(({ at }) => at)]
}

function isSlow(text: string): boolean {
  const start = performance.now()
  readPython(text)
  return performance.now() - start > HANGS
}

/** What is wrong with how a text was read; null where nothing is. */
function faultOf(text: string, traced: Traced | null, diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if ((traced === null) !== errors.length > 0) return 'it is neither run nor refused, or both'
  const unclear = diagnostics.find(({ message }) => /could not be run here|undefined|\[object|NaN/.test(message))
  if (unclear) return unclear.message
  const outside = [...diagnostics, ...(traced ? spansIn(traced) : [])].find(
    ({ from, to }) => !(0 <= from && from <= to && to <= text.length),
  )
  return outside ? `the span ${outside.from}–${outside.to} is not in its ${text.length} letters` : null
}

/** As many texts as a chunk has, from one seed; says how many run. */
function readChunk(seed: number): number {
  const draw = drawing(seed)
  let runs = 0
  for (let k = 0; k < CHUNK; k++) {
    const text = mutated(draw)
    const start = performance.now()
    const { traced, diagnostics } = readPython(text)
    // A machine that is busy stops for a second; not twice at the same text.
    if (performance.now() - start > HANGS && isSlow(text)) expect.fail(`This takes more than a second: ${text}`)
    const fault = faultOf(text, traced, diagnostics)
    if (fault) expect.fail(`${fault}: ${text}`)
    if (traced) runs++
  }
  return runs
}

/** Programs with a few letters changed, from so many seeds one after another; `-t "seed 20261131"` runs those of one. */
export function testMutatedPrograms(chunks: number): void {
  const seeds = Array.from({ length: chunks }, (_, k) => SEED + k)
  test.each(seeds)(
    `${CHUNK} mutated programs are run or refused, quickly, with spans inside the text: seed %i`,
    {
      timeout: CHUNK * MS_PER_TEXT,
    },
    (seed) => {
      // Mutations leave enough of the programs that run for the test to mean something.
      expect(readChunk(seed)).toBeGreaterThan(CHUNK / 10)
    },
  )
}
