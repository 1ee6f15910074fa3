import { expect, it } from 'vitest'
import { readPython } from '../../../python.ts'

const X = 'import torch\nx = torch.tensor([1.0], requires_grad=True)\n'

it.each([
  ['opt = torch.optim.Adam\nopt.zero_grad()', 'zero_grad'],
  ['torch.optim.SGD.step()', 'step'],
  ['torch.optim.SGD.step(x)', 'step'],
  ['m = torch.nn.Linear\ny = m.forward(x)', 'forward'],
  ['m = torch.nn.Linear\np = m.parameters()', 'parameters'],
  ['torch.nn.Sequential.train(3)', 'train'],
  ['torch.optim.SGD.zero_grad(torch.nn.Linear(1, 1))', 'zero_grad'],
])('a method that is called without an object is refused by its name: %s', (text, name) => {
  const { traced, diagnostics } = readPython(`${X}${text}\nf = x*2`)
  expect(traced).toBeNull()
  expect(diagnostics.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(`“${name}” is not read here without an object`),
  )
})
