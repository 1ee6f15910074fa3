import { describe, expect, test } from 'vitest'
import { jacobian } from '../autodiff/jacobian.ts'
import { primal } from '../autodiff/primal.ts'
import type { Graph } from '../graph/graph.ts'
import { buildTraced } from '../graph/traced/buildTraced.ts'
import type { Block, Traced } from '../graph/traced/traced.ts'
import { readPython } from './python.ts'

function traced(source: string, at = {}): Traced {
  const { traced: run, diagnostics } = readPython(source, { at })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return run as Traced
}

const passOf = (source: string, at = {}) => primal(buildTraced(traced(source, at)).graph as Graph)
const outputs = (source: string, at = {}) => passOf(source, at).outputs
const gradient = (source: string) => jacobian(passOf(source), 'reverse')
const inputNames = (source: string) => traced(source).inputs.map(({ name }) => name)
const outputNames = (source: string) => traced(source).outputs.map(({ name }) => name)

/** What an input is written as in the text. */
function literals(source: string): (string | null)[] {
  return traced(source).inputs.map(({ literal }) => literal && source.slice(literal.from, literal.to))
}

/** The names of a block and of those in it, as they nest. */
type Names = readonly [block: string, ...names: (string | Names)[]]
function namesOf(block: Block): Names {
  const inner = block.steps.flatMap((step) => (step.kind === 'block' ? [namesOf(step.block)] : []))
  return [block.name, ...block.names.map(({ name }) => name), ...inner]
}

function problem(source: string): string {
  const { traced: run, diagnostics } = readPython(source)
  expect(run).toBeNull()
  const [{ message, from, to }] = diagnostics
  return `${source.slice(from, to)}: ${message}`
}

describe('inputs', () => {
  test('constants at the top are inputs, written as they are in the text', () => {
    const text = 'x = -2.0\nn = 3\nW = np.array([[1., 2.]])\nf = x*n + W.sum()'
    expect(inputNames(text)).toEqual(['x', 'n', 'W'])
    expect(literals(text)).toEqual(['-2.0', '3', '[[1., 2.]]'])
  })

  test('a whole number that only counts, indexes or shapes is none', () => {
    const text = 'x = 2.0\nn = 3\nk = 1\nxs = [x, x*x]\nf = 0\nfor i in range(n):\n    f += xs[k]'
    expect(inputNames(text)).toEqual(['x'])
    expect(outputs(text)).toEqual({ f: 12 })
  })

  test('what a loop adds to starts as a constant', () => {
    expect(inputNames('x = 2.0\ns = 0.0\nfor i in range(3):\n    s += x')).toEqual(['x'])
    expect(inputNames('w = 0.0\nfor i in range(3):\n    w = w - 0.1*(2*(w - 3))')).toEqual(['w'])
  })

  test('a list of numbers is one input, of which items are entries', () => {
    const text = 'xs = [1.0, 2.0, 3.0]\nf = xs[0]*xs[2]'
    expect(inputNames(text)).toEqual(['xs'])
    expect(gradient(text)).toEqual({ f: { xs: [3, 0, 1] } })
  })

  test('entries of a dictionary are inputs, named like them', () => {
    expect(gradient("p = {'w': 2.0, 'b': 1.0}\nf = p['w']*3.0 + p['b']")).toEqual({ f: { "p['w']": 3, "p['b']": 1 } })
  })

  test('numbers in a call of an own function are inputs where there is nothing else', () => {
    const text = 'def act(x, k=2.0):\n    return k*x*x\nf = act(0.5)'
    expect(inputNames(text)).toEqual(['x'])
    expect(literals(text)).toEqual(['0.5'])
    expect(inputNames(`a = 3.0\n${text}*a`)).toEqual(['a'])
  })

  test('a function that nothing calls stands at inputs of value 1, and says so', () => {
    const { traced: run, diagnostics } = readPython('def f(x, k=3.0):\n    return k*x**2')
    expect(run?.inputs.map(({ name, value }) => [name, value.entries[0]])).toEqual([
      ['x', 1],
      ['k', 3],
    ])
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['note'])
  })

  test('where derivatives are asked for, what else is given is data', () => {
    const text = 'x = torch.tensor(3.0, requires_grad=True)\na = 2.0\ny = a*x**2\ny.backward()'
    expect(traced(text).inputs.map(({ name, role }) => [name, role])).toEqual([
      ['x', null],
      ['a', 'data'],
    ])
  })

  test('a reader sets inputs by name, and branches and loops follow', () => {
    const text = 'x = 1.0\nif x > 0:\n    f = x**2\nelse:\n    f = -x'
    expect(outputs(text)).toEqual({ f: 1 })
    expect(outputs(text, { x: -3 })).toEqual({ f: 3 })
    expect(outputs('b = 1.5\nwhile b < 100:\n    b = b*2', { b: 60 })).toEqual({ b: 120 })
    expect(outputs('v = [1.0, 2.0]\nf = v[0] + v[1]', { v: [3, 5] })).toEqual({ f: 8 })
  })
})

describe('outputs', () => {
  test('names that nothing is computed from, else bare and printed expressions', () => {
    expect(outputNames('x = 2.0\ny = x*x\nz = y + 1\nw = y*2')).toEqual(['z', 'w'])
    expect(outputNames('x = 2.0\ny = x*x\ny + 1')).toEqual(['f'])
    expect(outputNames('x = 2.0\nprint(x*3, "and", x*4)')).toEqual(['f', 'f1'])
  })

  test('a name has the value that it stands for at the end', () => {
    expect(gradient('x = 1.5\ny = x\ny = y * 2\ny = y + x')).toEqual({ y: { x: 3 } })
    expect(gradient('x = 2.0\nx = x*x\nx = x + 1')).toEqual({ x: { x: 4 } })
  })

  test('without inputs, what the program computes all the same', () => {
    expect(outputs('print(2*3 + 1)')).toEqual({ f: 7 })
  })

  test('drawing and printing compute nothing', () => {
    const text =
      'import matplotlib.pyplot as plt\nx = 2.0\ny = x*x\nfig, ax = plt.subplots()\nax.plot(x, y)\nplt.show()'
    expect(outputNames(text)).toEqual(['y'])
  })
})

describe('training', () => {
  const loop = (update: string) => `import torch
x = torch.tensor([1.0, 2.0])
w = torch.tensor(0.5, requires_grad=True)
k = torch.tensor(2.0, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
for epoch in range(10):
    loss = ((w*x - k)**2).mean()
    loss.backward()
    ${update}
`
  test.each(['opt.step()', 'with torch.no_grad():\n        w -= 0.1 * w.grad'])(
    '%s makes a parameter of what it moves',
    (update) => {
      const { inputs } = traced(loop(update))
      expect(inputs.map(({ name, role }) => [name, role])).toEqual([
        ['x', 'data'],
        ['w', 'param'],
        ['k', null],
      ])
    },
  )
})

describe('blocks and names', () => {
  test('calls, loops and rounds nest, and versions of a name are told apart', () => {
    const text = `def act(x):
    y = x * x
    return y + x
a = 0.5
h = a
for i in range(2):
    h = act(h)
    h = h * 2
`
    expect(namesOf(traced(text).main)).toEqual([
      '',
      'h',
      [
        'for',
        'h',
        'h (line 8, round 1)',
        ['round 1', 'h (line 7, round 1)', 'h (line 8, round 1)', ['act', 'x', 'y']],
        ['round 2', 'h', 'h (line 7, round 2)', ['act', 'x', 'y']],
      ],
    ])
  })

  test('a loop that is all that a round does is one with the round, but stays where there is one round only', () => {
    const loops = (rounds: number) =>
      `a = 0.5\nx = a\nfor i in range(${rounds}):\n    for j in range(2):\n        x = x * x + j\n`
    expect(namesOf(traced(loops(2)).main)).toEqual([
      '',
      'x',
      [
        'for',
        'x',
        'x (round 1.2)',
        ['round 1', 'x (round 1.1)', 'x (round 1.2)', ['round 1', 'x (round 1.1)'], ['round 2', 'x (round 1.2)']],
        ['round 2', 'x', 'x (round 2.1)', ['round 1', 'x (round 2.1)'], ['round 2', 'x']],
      ],
    ])
    const rounds = [
      ['round 1', 'x (round 1.1)'],
      ['round 2', 'x'],
    ]
    expect(namesOf(traced(loops(1)).main)).toEqual(['', 'x', ['for', 'x', 'x (round 1.1)', ...rounds]])
  })

  test('an operation alone is no block, nor is a loop of one round', () => {
    const text = 'def sq(x):\n    return x*x\na = 3.0\nfor i in range(1):\n    f = sq(a) + sq(a*2)'
    expect(namesOf(traced(text).main)).toEqual(['', 'f'])
  })

  test('a loop passes on what is read behind it', () => {
    const text = 'x = 1.1\ny = x\nfor i in range(4):\n    y = y * y\nz = y + x'
    const { main } = traced(text)
    const [loop] = main.steps
    expect(loop.kind === 'block' && [loop.block.name, loop.block.parameters, loop.block.results.length]).toEqual([
      'for',
      1,
      1,
    ])
    // d(x^16 + x)/dx = 16 x^15 + 1
    expect(gradient(text).z.x).toBeCloseTo(16 * 1.1 ** 15 + 1, 10)
  })
})

describe('what is pasted around a program', () => {
  test('prompts and what the interpreter answered are read over, and spans stay those of the text', () => {
    const text = '>>> x = 2.0\n>>> for i in range(2):\n...     x = x*x\n...\n>>> x\n16.0\n'
    expect(outputs(text)).toEqual({ x: 16 })
    expect(literals(text)).toEqual(['2.0'])
    expect(outputs('In [1]: x = 3.0\n\nIn [2]: x*x\nOut[2]: 9.0\n')).toEqual({ f: 9 })
  })

  test('a prompt in the docstring of a program is a part of that text', () => {
    expect(outputs('def sq(x):\n    """\n    >>> sq(2)\n    4\n    """\n    return x*x\nf = sq(3.0)')).toEqual({ f: 9 })
  })

  test('a text that is indented as a whole, with tabs, and one that ends in spaces', () => {
    expect(outputs('\tx = 2.0\n\tif x > 1:\n\t\tx = x*3\n\tf = x*x  \n   ')).toEqual({ f: 36 })
  })

  test('the commas of a generator do not end an argument', () => {
    expect(
      outputs('xs = [1.0, 2.0]\nf = sum((x*y for x, y in zip(xs, xs)), 1) + sum(i*x for i, x in enumerate(xs))'),
    ).toEqual({
      f: 8,
    })
  })

  test('numbers as Python writes them', () => {
    expect(outputs('x = 1.\nf = x*1_000 + 0x1F + 1.e-1 + 2.*x + .5')).toEqual({ f: 1000 + 31 + 0.1 + 2 + 0.5 })
  })
})

describe('branches', () => {
  test('a condition on inputs is remarked once, with what it was', () => {
    const { diagnostics } = readPython('a = 0.75\nb = a*2\nwhile b < 100:\n    b = b*2')
    expect(diagnostics.map(({ severity, message }) => [severity, /7 times/.test(message)])).toEqual([['note', true]])
    expect(readPython('x = 2.0\nn = [1]\nif n:\n    x = x*2').diagnostics).toEqual([])
  })
})

describe('what is not read is refused by its name', () => {
  test.each([
    ['print "a"', /^print "a": .*Python 2/],
    ['x = 1.0\ny = x ½', /sign “½”|read on/],
    ['x²', /^x²: Python has no sign “²”/],
    ['x = 2.0\ntry:\n    y = x\nexcept:\n    pass', /^try: `try`/],
    ['def g():\n    yield 1\nf = sum(g())', /^g\(\): .*`yield`/],
    ['x = {1, 2}', /set/],
    ['x = 3j', /^3j: Complex/],
    ['x = 12345678901234567890', /2\^53/],
    ['x = 1.0\nf = x if x > 0', /Something is missing/],
    ['f = (1 + 2', /This bracket is not closed/],
    ["s = 'abc\nx = 2", /not closed/],
    ['if 1 = 2: pass', /==/],
    ['f(x) = 2', /Nothing can be assigned/],
    ['x = 1.0\nx++', /no `\+\+`/],
    ['return 3', /outside of a function/],
    ['break', /outside of a loop/],
    ['a == not b', /needs brackets/],
    ['x = 1.0\n  y = 2.0', /indented/],
    ['if True:\n    x = 1\n  y = 2', /indented/],
    ['def f():\n    y = y + 1\nf()', /before the function assigns it/],
    ['f = g(2.0)', /“g” is not defined/],
    ['import tensorstuff', /“tensorstuff” is not known/],
    ['f = np.frobnicate(2.0)', /“np.frobnicate” is not known/],
    ['def f(x): return x\ny = f()', /needs x/],
    ['def f(x): return x\ny = f(1, 2)', /takes 1 argument, and gets 2/],
    ['def f(x): return x\ny = f(z=1)', /no parameter “z”/],
    ['a, b = [1, 2, 3]', /2 names.*3 values/],
    ['f = [1, 2][5]', /no item 5/],
    ['x = 2.0\nassert x > 3', /does not hold/],
    ['x = input()', /asks the user/],
    ['async def f(): pass', /`async def`/],
    ['x = "abc"', /computes no number/],
  ])('%s', (text, message) => {
    expect(problem(text)).toMatch(message)
  })

  test('each syntax error is said once, in its line', () => {
    const { diagnostics } = readPython('x = (1 2)\ny = 3\nz = 4 $ 5')
    expect(diagnostics.length).toBe(2)
  })
})

describe('named limits', () => {
  test.each([
    ['x = 1.0\nwhile x > 0:\n    x = x + 1', /1,000 rounds/],
    ['def g(x): return g(x + 1)\ny = g(1.0)', /100 deep/],
    ['for i in range(10**9): pass', /10,000/],
    ['for i in range(9999):\n    for j in range(9999): pass', /200,000 steps/],
    ['l = [1]\nfor i in range(99): l += l', /100,000 items/],
    ["s = 'a' * 10**8", /100,000 items/],
    [`f = ${'('.repeat(5000)}1${')'.repeat(5000)}`, /400 times/],
    [`f = ${'-'.repeat(50_000)}1`, /400 times/],
    [`f = 1${' + 1'.repeat(20_000)}`, /400 times/],
    ['x = 1.0\n'.repeat(30_000), /too long/],
    ['x = 2.0\nfor i in range(9999):\n    for k in range(9):\n        x = x - 0.5', /more than 50000 operations/],
  ])('%#', (text, message) => {
    expect(problem(text)).toMatch(message)
  })
})
