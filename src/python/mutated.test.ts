import { expect, test } from 'vitest'
import type { Block } from '../graph/traced/traced.ts'
import type { Span } from '../language/syntax.ts'
import { readPython } from './python.ts'

const SEED = 20_261_130
const TEXTS = 2_000
/** Many times what one takes, for slow machines. */
const MS_PER_TEXT = 60

const SNIPPETS = [
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

function mutated(draw: (below: number) => number): string {
  let text = SNIPPETS[draw(SNIPPETS.length)]
  for (let k = draw(4); k >= 0; k--) {
    const [from, length] = [draw(text.length + 1), draw(12)]
    const other = SNIPPETS[draw(SNIPPETS.length)]
    const start = draw(other.length)
    const put = [PIECES[draw(PIECES.length)], '', other.slice(start, start + draw(30)), text.slice(from, from + length)]
    text = text.slice(0, from) + put[draw(put.length)] + text.slice(from + (draw(2) ? length : 0))
  }
  return text
}

const isInside = ({ from, to }: Span, text: string) => 0 <= from && from <= to && to <= text.length

function spansOf(block: Block): Span[] {
  const inner = block.steps.flatMap((step) => (step.kind === 'block' ? spansOf(step.block) : [step.at]))
  return [block.at, ...block.names.map(({ at }) => at), ...inner]
}

test(`${TEXTS} mutated programs are run or refused, quickly, with spans inside the text`, {
  timeout: TEXTS * MS_PER_TEXT,
}, () => {
  const draw = drawing(SEED)
  let runs = 0
  for (let k = 0; k < TEXTS; k++) {
    const text = mutated(draw)
    const { traced, diagnostics } = readPython(text)
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(traced === null, text).toBe(errors.length > 0)
    for (const { message, from, to } of diagnostics) {
      expect(isInside({ from, to }, text), text).toBe(true)
      expect(message, text).not.toMatch(/could not be run here|undefined|\[object/)
    }
    if (!traced) continue
    runs++
    const literals = traced.inputs.flatMap(({ literal, at }) => (literal ? [literal, at] : [at]))
    for (const span of [...literals, ...spansOf(traced.main), ...traced.outputs.map(({ at }) => at)])
      expect(isInside(span, text), text).toBe(true)
  }
  // Mutations leave enough of the programs that run for the test to mean something.
  expect(runs).toBeGreaterThan(TEXTS / 10)
})
