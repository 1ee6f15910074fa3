import { describe, expect, it } from 'vitest'
import { primalOf, unrolledOf } from '../../verification/fixtures/compiled.ts'
import { exampleNamed } from '../../verification/fixtures/programs.ts'
import { builtIn, digits, trainingFor } from '../../verification/fixtures/training.ts'
import { compile, type Differentiated, differentiate, jacobian, type Value } from '../core.ts'
import { entryName } from '../graph/nodes.ts'
import { type Tensor, tensorOf } from '../primitives/value.ts'
import { accuracyOf } from '../training/accuracy.ts'
import { predictionCandidates } from '../training/predictions.ts'
import type { ExampleTraining } from './example.ts'
import { networks } from './networks.ts'

const flat = (value: Value): number[] => (typeof value === 'number' ? [value] : value.flatMap(flat))

const entryNames = (value: Value, name: string): string[] => {
  const { shape, entries } = tensorOf(value) as Tensor
  return [...entries.keys()].map((entry) => entryName(name, shape, entry))
}

const inputValue = (program: string, input: string): Value =>
  compile(program).inputs.find(({ name }) => name === input)?.value ?? []

/** Entry by entry, to a few units in the last place of the largest. */
function expectSame(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  for (const [i, x] of expected.entries()) expect(Math.abs(actual[i] - x)).toBeLessThan(1e-12 * (1 + Math.abs(x)))
}

/** An array’s gradient beside those of the scalars that stand for its entries. */
const gradientOf = ({ jacobian }: Differentiated, output: string, name: string): number[] =>
  flat(jacobian[output][name])
const gradientsOf = (scalars: Differentiated, output: string, names: readonly string[]): number[] =>
  names.flatMap((name) => gradientOf(scalars, output, name))

describe('the examples of arrays', () => {
  it.each(networks)('have the same Jacobian in both modes: $name', ({ program }) => {
    const pass = primalOf(program)
    const { graph } = pass
    const [forward, reverse] = [jacobian(pass, 'forward'), jacobian(pass, 'reverse')]
    for (const { name: output } of graph.outputs)
      for (const { name: input } of graph.inputs) expectSame(flat(forward[output][input]), flat(reverse[output][input]))
  })

  it.each(networks)('have the same Jacobian unrolled: $name', ({ program: asItIs }) => {
    // Written out, 32 digits are more nodes than a graph may have; two of them say the same.
    const program = asItIs.replaceAll('zeros(32, ', 'zeros(2, ')
    const whole = differentiate(program, { mode: 'reverse' })
    const scalars = jacobian(unrolledOf(program), 'reverse')
    for (const [output, row] of Object.entries(whole.jacobian))
      for (const [input, block] of Object.entries(row))
        expectSame(
          entryNames(whole.outputs[output], output).flatMap((v) =>
            entryNames(inputValue(program, input), input).map((u) => scalars[v][u] as number),
          ),
          flat(block),
        )
  })

  const parametersIn = (name: string) =>
    compile(exampleNamed(name)).inputs.flatMap(({ role, value }) => (role === 'param' ? flat(value) : []))

  it('say how many parameters there are', () => {
    expect(parametersIn('A network for two moons')).toHaveLength(354)
    expect(parametersIn('Digits, 64-32-10')).toHaveLength(2410)
  })
})

describe('the examples that come with a data set', () => {
  const ones = networks.flatMap(({ name, program, training }) => (training ? [{ name, program, training }] : []))

  /** As the page trains it, for the epochs that the example says. */
  function trained(program: string, { dataSet = '', batchSize, optimizer, rate, epochs = 0 }: ExampleTraining) {
    const data = dataSet === 'digits' ? digits : builtIn(dataSet)
    const training = trainingFor(program, data, {
      batchSize: batchSize ?? 32,
      optimizer: optimizer ?? 'sgd',
      rate: rate ?? 0.1,
    })
    training.advance(epochs * training.perEpoch)
    const { objective, parameters } = training
    const heldOut = data.heldOut && Int32Array.from(data.heldOut)
    return accuracyOf(objective, parameters, predictionCandidates(objective)[0], heldOut)
  }

  it.each(ones)('fit it: $name', ({ program, training }) => {
    expect(trained(program, { ...training, epochs: 0 })).toBeLessThan(0.8)
  })

  it('learn it within their epochs: digits that were held out, and sequences', () => {
    const [{ program, training }, attention] = ones.filter((each) => each.training.epochs !== undefined)
    expect(trained(program, training)).toBeGreaterThan(0.95)
    expect(trained(program, { ...training, epochs: 8 })).toBeGreaterThan(0.94)
    expect(trained(attention.program, attention.training)).toBeGreaterThan(0.99)
  })
})

describe('the convolution examples equal their scalar programs', () => {
  it('for the edge detector', () => {
    const scalars = differentiate(
      `data x0 = 0; data x1 = 0; data x2 = 1; data x3 = 1; data x4 = 1; data x5 = 0; data x6 = 0
      param k0 = -1; param k1 = 1
      e0 = x0*k0 + x1*k1
      e1 = x1*k0 + x2*k1
      e2 = x2*k0 + x3*k1
      e3 = x3*k0 + x4*k1
      e4 = x4*k0 + x5*k1
      e5 = x5*k0 + x6*k1
      f = e0*e0 + e1*e1 + e2*e2 + e3*e3 + e4*e4 + e5*e5`,
      { mode: 'reverse' },
    )
    const arrays = differentiate(exampleNamed('An edge detector'), { mode: 'reverse' })
    expectSame(flat(arrays.outputs.f), flat(scalars.outputs.f))
    expectSame(gradientOf(arrays, 'f', 'k'), gradientsOf(scalars, 'f', ['k0', 'k1']))
    expectSame(gradientOf(arrays, 'f', 'x'), gradientsOf(scalars, 'f', ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6']))
  })

  it('for the image', () => {
    const image = ['00100', '00100', '00110', '00100', '01100']
    const pixels = image.flatMap((row, i) => [...row].map((pixel, j) => `data p${i}${j} = ${pixel}`))
    const places = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => [i, j] as const))
    const weights = places.map(([i, j]) => `param k${i}${j} = ${j === 1 ? 0.5 : -0.2}`)
    const windows = places.map(([i, j]) => {
      const products = places.map(([a, b]) => `p${i + a}${j + b}*k${a}${b}`)
      return `g${i}${j} = relu(${products.join(' + ')} + b)`
    })
    const total = places.map(([i, j]) => `g${i}${j}`).join(' + ')
    const scalars = differentiate(
      [...pixels, ...weights, 'param b = -0.5', 'data t = 1', ...windows, `loss = ((${total})/9 - t)^2`].join('\n'),
      { mode: 'reverse' },
    )
    const arrays = differentiate(exampleNamed('A small convolutional network'), { mode: 'reverse' })
    expectSame(flat(arrays.outputs.loss), flat(scalars.outputs.loss))
    expectSame(
      gradientOf(arrays, 'loss', 'k'),
      gradientsOf(
        scalars,
        'loss',
        places.map(([i, j]) => `k${i}${j}`),
      ),
    )
    expectSame(gradientOf(arrays, 'loss', 'b'), gradientOf(scalars, 'loss', 'b'))
    expectSame(
      gradientOf(arrays, 'loss', 'image'),
      gradientsOf(
        scalars,
        'loss',
        image.flatMap((row, i) => [...row].map((_, j) => `p${i}${j}`)),
      ),
    )
  })
})

it('the recurrent example equals its scalar program, whose shared parameters are used at each step', () => {
  const x = [
    [1, 0],
    [0, 1],
    [-1, 1],
  ]
  const steps = x.flatMap((_, t) =>
    [0, 1].map((j) => {
      const before = t === 0 ? '' : ` + h${t - 1}0*U0${j} + h${t - 1}1*U1${j}`
      return `h${t}${j} = tanh(x${t}0*W0${j} + x${t}1*W1${j}${before} + b${j})`
    }),
  )
  const scalars = differentiate(
    [
      ...x.flatMap((row, t) => row.map((value, j) => `data x${t}${j} = ${value}`)),
      'param W00 = 0.5; param W01 = -0.3; param W10 = 0.2; param W11 = 0.8',
      'param U00 = 0.4; param U01 = 0.1; param U10 = -0.6; param U11 = 0.7',
      'param b0 = 0.1; param b1 = -0.1; param u0 = 1; param u1 = -1; data y = 0.5',
      ...steps,
      'loss = (u0*h20 + u1*h21 - y)^2',
    ].join('\n'),
    { mode: 'reverse' },
  )
  const arrays = differentiate(exampleNamed('A recurrent network'), { mode: 'reverse' })
  expectSame(flat(arrays.outputs.loss), flat(scalars.outputs.loss))
  for (const [name, entries] of Object.entries({
    W: ['W00', 'W01', 'W10', 'W11'],
    U: ['U00', 'U01', 'U10', 'U11'],
    b: ['b0', 'b1'],
    u: ['u0', 'u1'],
    x: ['x00', 'x01', 'x10', 'x11', 'x20', 'x21'],
    y: ['y'],
  }))
    expectSame(gradientOf(arrays, 'loss', name), gradientsOf(scalars, 'loss', entries))
})
