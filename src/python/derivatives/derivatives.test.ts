import { describe, expect, it } from 'vitest'
import { adjoint } from '../../autodiff/adjoint.ts'
import { primal } from '../../autodiff/primal.ts'
import type { Graph } from '../../graph/graph.ts'
import { buildTraced } from '../../graph/traced/buildTraced.ts'
import { readPython } from '../python.ts'

const notes = (text: string): string[] =>
  readPython(text)
    .diagnostics.filter(({ severity }) => severity === 'note')
    .map(({ message }) => message)

const problem = (text: string): string | undefined =>
  readPython(text).diagnostics.find(({ severity }) => severity === 'error')?.message

/** Inputs by name with their derivative of the output, and the output's value. */
function differentiated(text: string, output: string) {
  const { traced, diagnostics } = readPython(text)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const pass = primal(buildTraced(traced as NonNullable<typeof traced>).graph as Graph)
  return { value: pass.outputs[output], gradient: { ...adjoint(pass, { [output]: 1 }).inputs } }
}

const inputsOf = (text: string) =>
  readPython(text).traced?.inputs.map(({ name, role, literal }) => ({
    name,
    role,
    written: literal && text.slice(literal.from, literal.to),
  }))

describe('backward()', () => {
  it('makes an output of what it is called of, and inputs of what requires gradients', () => {
    const text = 'x = torch.tensor([2.0, -1.0], requires_grad=True)\ny = (x ** 2).sum()\ny.backward()'
    expect(differentiated(text, 'y')).toEqual({ value: 5, gradient: { x: [4, -2] } })
    expect(inputsOf(text)).toEqual([{ name: 'x', role: null, written: '[2.0, -1.0]' }])
  })

  it('adds up in .grad until that is cleared, and says so', () => {
    const twice =
      'x = torch.tensor(3.0, requires_grad=True)\ny = x * x\ny.backward(retain_graph=True)\ny.backward()\nz = x.grad * x\nz.backward()'
    // 6 + 6 in .grad, which is a constant where it is used.
    expect(differentiated(twice, 'z')).toEqual({ value: 36, gradient: { x: 12 } })
    expect(notes(twice).some((note) => note.includes('adds to the gradients'))).toBe(true)
    const cleared = twice.replace('y.backward()\nz', 'x.grad.zero_()\ny.backward()\nz')
    expect(differentiated(cleared, 'z').value).toBe(18)
    expect(notes(cleared).some((note) => note.includes('cleared'))).toBe(true)
  })

  it.each([
    ['x = torch.tensor([1.0, 2.0])\nx.sum().backward()', 'requires_grad'],
    ['x = torch.tensor([1, 2], requires_grad=True)', 'Only fractions'],
    ['x = torch.tensor([1.0, 2.0], requires_grad=True)\n(x * x).backward()', 'one number'],
    ['x = torch.tensor(1.0, requires_grad=True)\nx += 1', 'no_grad'],
    ['x = torch.tensor(1.0, requires_grad=True)\ny = x.detach() * 2\ny.backward()', 'cut off'],
    ['x = torch.tensor(1.0, requires_grad=True)\n(x ** 3).backward(create_graph=True)', 'create_graph'],
    ['x = torch.tensor(1.0, requires_grad=True)\ny = torch.nonsense(x)', 'torch.nonsense'],
    ['x = torch.tensor(1.0, requires_grad=True)\ny = x.sum(dim=0, wrong=1)', 'wrong'],
    ['d = nn.Dropout(0.5)\nx = torch.tensor([1.0], requires_grad=True)\ny = d(x)', 'Dropout'],
  ])('%s is refused', (text, word) => expect(problem(text)).toContain(word))
})

describe('cuts', () => {
  const start = 'x = torch.tensor(3.0, requires_grad=True)\n'
  it.each([
    'f = x * x.detach()',
    'f = x * x.item()',
    'f = x * x.data',
    'with torch.no_grad():\n    y = x + 0.0\nf = x * y',
    'with torch.inference_mode():\n    y = x * 1\nf = y * x',
  ])('%s lets one factor through', (text) =>
    expect(differentiated(`${start}${text}\nf.backward()`, 'f')).toEqual({ value: 9, gradient: { x: 3 } }),
  )
})

describe('training loops', () => {
  it.each([
    'opt = torch.optim.SGD([w], lr=0.1)\nfor i in range(500):\n    opt.zero_grad()\n    loss = (w * 2 - 1) ** 2\n    loss.backward()\n    opt.step()\nv = w * 7',
    'for i in range(500):\n    loss = (w * 2 - 1) ** 2\n    loss.backward()\n    with torch.no_grad():\n        w -= 0.1 * w.grad\n        w.grad.zero_()\nv = w * 7',
    'for i in range(500):\n    loss = (w * 2 - 1) ** 2\n    loss.backward()\n    w.data -= 0.1 * w.grad\n    w.grad = None\nv = w * 7',
  ])('are shown for one round, and what stands behind is not read\n%s', (loop) => {
    const text = `w = torch.tensor(1.0, requires_grad=True)\n${loop}`
    expect(differentiated(text, 'loss')).toEqual({ value: 1, gradient: { w: 4 } })
    expect(readPython(text).traced?.outputs.map(({ name }) => name)).toEqual(['loss'])
    expect(notes(text).filter((note) => note.includes('Train'))).toHaveLength(1)
  })

  it('one step by hand: SGD with momentum and Adam move as in PyTorch', () => {
    const stepped = (optimizer: string) =>
      `w = torch.tensor([1.0, -2.0], requires_grad=True)\nopt = torch.optim.${optimizer}\n` +
      `y = (w ** 2).sum()\ny.backward()\nopt.step()\nopt.zero_grad()\n` +
      `y = (w ** 3).sum()\ny.backward()\nopt.step()\nz = (w * 1.0).sum()\nz.backward()`
    // By PyTorch: sums of the parameters after two steps.
    expect(differentiated(stepped('SGD([w], lr=0.1, momentum=0.9)'), 'z').value).toBeCloseTo(-1.58, 12)
    expect(differentiated(stepped('Adam([w], lr=0.1)'), 'z').value).toBeCloseTo(-1.1466395615220035, 12)
  })
})

describe('modules', () => {
  const net =
    'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc1 = nn.Linear(2, 2)\n        self.scale = nn.Parameter(torch.tensor(2.0))\n' +
    '    def forward(self, x):\n        return self.scale * F.relu(self.fc1(x))\nmodel = Net()\n'
  const set =
    'with torch.no_grad():\n    model.fc1.weight.copy_(torch.tensor([[1.0, 2.0], [0.5, -1.0]]))\n    model.fc1.bias.zero_()\n'

  it('have parameters that are called by their place, and numbers that a program can set', () => {
    const text = `${net}${set}x = torch.tensor([[1.0, 0.25]])\nloss = model(x).sum()\nloss.backward()`
    expect(differentiated(text, 'loss')).toEqual({
      value: 3.5,
      gradient: {
        x: [[3, 2]],
        scale: 1.75,
        'fc1.weight': [
          [2, 0.5],
          [2, 0.5],
        ],
        'fc1.bias': [2, 2],
      },
    })
    expect(inputsOf(text)?.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'fc1.weight param',
      'fc1.bias param',
      'scale param',
      'x data',
    ])
    expect(inputsOf(text)?.[2].written).toBe('2.0')
  })

  it('have the same weights in each run', () => {
    const text = `${net}loss = model(torch.tensor([[1.0, -2.0]])).sum()\nloss.backward()`
    expect(differentiated(text, 'loss')).toEqual(differentiated(text, 'loss'))
  })
})

describe('derivatives of functions', () => {
  it('name inputs by the parameters of the function, and give constants', () => {
    const text =
      'from jax import value_and_grad\ndef f(x, y):\n    return x * y + x ** 2\nv, (gx, gy) = value_and_grad(f, argnums=(0, 1))(3.0, 4.0)'
    expect(differentiated(text, 'f')).toEqual({ value: 21, gradient: { x: 10, y: 3 } })
    expect(inputsOf(text)?.map(({ name, written }) => [name, written])).toEqual([
      ['x', '3.0'],
      ['y', '4.0'],
    ])
  })

  it('are computed where a program goes on with them', () => {
    const text =
      'def f(x):\n    return x ** 3\na = jax.grad(f)(2.0)\nb = jax.grad(jax.grad(f))(2.0)\nk = a * 10 + b\ndef g(y):\n    return y * k\nprint(jax.grad(g)(1.0))'
    expect(differentiated(text, 'g')).toMatchObject({ value: 132, gradient: { y: 132 } })
  })

  it('take lists and dictionaries of parameters', () => {
    const text =
      "def loss(p, x):\n    return (p['w'] * x + p['b'][0]) ** 2\nprint(jax.grad(loss)({'w': 2.0, 'b': [1.0]}, 3.0))"
    expect(differentiated(text, 'loss')).toMatchObject({ value: 49, gradient: { 'p.w': 42, 'p.b[0]': 14 } })
  })

  it('refuse what has another meaning, or none', () => {
    const inner = 'def f(x):\n    return x ** 3\ndef g(x):\n    return x * jax.grad(f)(x)\n'
    expect(problem(`${inner}print(jax.grad(g)(2.0))`)).toContain('inside')
    expect(problem('print(jax.grad(lambda x: x ** 2)(2))')).toContain('point')
    const third = 'h = jax.grad(jax.grad(jax.grad(jnp.sin)))\n'
    expect(problem(`${third}print(h(1.0))`)).toBeUndefined()
    expect(problem(`${third}k = h(1.0) * 2`)).toContain('not computed')
  })
})

describe('micrograd', () => {
  it('runs a network on data, and names its weights', () => {
    const text =
      'from micrograd.nn import MLP\nn = MLP(2, [2, 1])\nloss = (n([1.0, -0.5]) - 1.0) ** 2\nloss.backward()\n' +
      'for p in n.parameters():\n    p.data -= 0.1 * p.grad'
    const { gradient } = differentiated(text, 'loss')
    expect(Object.keys(gradient).sort()).toEqual(
      ['l0.n0.b', 'l0.n0.w0', 'l0.n0.w1', 'l0.n1.b', 'l0.n1.w0', 'l0.n1.w1', 'l1.n0.b', 'l1.n0.w0', 'l1.n0.w1'].sort(),
    )
  })

  it('gives gradients of Values in between, and refuses a second backward() over them', () => {
    const text = 'a = Value(2.0)\nb = a * 3.0\nc = b * b\nc.backward()\nd = Value(1.0) * b.grad * a\nd.backward()'
    expect(problem(`${text.split('\nd')[0]}\nc.backward()`)).toContain('second backward()')
    expect(differentiated(text, 'd').value).toBe(24)
  })
})
