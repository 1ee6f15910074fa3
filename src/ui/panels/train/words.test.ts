import { describe, expect, it } from 'vitest'
import type { Binding, Placement } from '../../../training/binding.ts'
import { OWN } from '../../../training/dataChoice.ts'
import type { DataSet } from '../../../training/dataSet.ts'
import type { Start, TrainingProgress } from '../../../training/messages.ts'
import {
  boundaryText,
  checkText,
  fitText,
  gradientVerdict,
  leftText,
  loopStanding,
  lossText,
  mappingText,
  restText,
  samplesText,
  sampleText,
  speedText,
  surfaceText,
} from './words.ts'

const of = (...numbers: number[]) => Float64Array.of(...numbers)

const progress = (parts: Partial<TrainingProgress>): TrainingProgress => ({
  isRunning: false,
  phase: 'loss',
  updates: 0,
  epochs: 0,
  loss: null,
  norms: null,
  parameters: {},
  rows: new Int32Array(0),
  inputs: null,
  history: { updates: of(), losses: of(), norms: [], path: [] },
  divergence: null,
  rest: null,
  isCompleted: false,
  speed: null,
  left: null,
  moves: null,
  ...parts,
})

describe('where the loop stands', () => {
  it.each([
    [{}, ''],
    [{ phase: 'gradient', loss: 0.5 }, 'Update 1, step 1: the loss of the mini-batch is 0.5.'],
    [{ phase: 'update', loss: 0.5, norms: of(3, 4), updates: 2 }, 'Update 3, step 2: the gradient has magnitude 5.'],
    [{ loss: 0.25, updates: 1 }, '1 update made; the loss was 0.25.'],
    [{ loss: 0.25, updates: 7, accuracy: 0.985 }, '7 updates made; the loss was 0.25, accuracy 98.5 %.'],
    [
      { loss: 0.25, updates: 9, accuracy: 0.985, heldOutAccuracy: 0.952 },
      '9 updates made; the loss was 0.25, accuracy 98.5 %, on held-out samples 95.2 %.',
    ],
    [
      { phase: 'update', loss: 0.25, norms: of(1), updates: 90, epochs: 2, isCompleted: true },
      'Stopped after 2 epochs, as the settings say. 90 updates made; the loss was 0.25.',
    ],
    [
      { loss: 1, divergence: { update: 3, phase: 'loss', node: 4, message: 'Stopped at update 3: …' } },
      'Stopped at update 3: …',
    ],
  ] as const)('%j is said as “%s”', (parts, sentence) => {
    expect(loopStanding(progress(parts))).toBe(sentence)
  })
})

describe('the pace of a run', () => {
  it.each([
    [0.2, '1 s'],
    [59.4, '1 min 00 s'],
    [64.2, '1 min 05 s'],
    [3599, '59 min 59 s'],
    [7800, '2 h 10 min'],
  ])('%d seconds are left: %s', (seconds, text) => {
    expect(leftText(seconds)).toBe(text)
  })

  it('is told by two digits', () => {
    expect([0.5, 9.96, 99.7, 2513].map(speedText)).toEqual(['0.5', '10', '100', '2,500'])
  })
})

const points: DataSet = {
  name: 'points',
  about: '',
  kind: 'regression',
  features: [[0], [1]],
  targets: [0, 2],
  columns: ['x', 'y'],
}

/** A parameter whose gradient had these magnitudes, the last one now. */
const magnitude = (name: string, ...ys: number[]) => ({
  name,
  now: ys[ys.length - 1],
  xs: of(...ys.keys()),
  ys: of(...ys),
})

describe('gradients by parameter', () => {
  it('vanish where one is a thousandth of another', () => {
    expect(gradientVerdict([magnitude('W1', 0.1, 1e-4), magnitude('W2', 0.5, 0.5)])).toBe(
      'Vanishing: the gradient of W1 is 5000 times smaller than that of W2.',
    )
  })

  it('explode where they have grown a thousandfold', () => {
    expect(gradientVerdict([magnitude('w', 2, 4000), magnitude('b', 1, 2)])).toMatch(
      /^Exploding: .* grown 2000-fold since the first update/,
    )
  })

  it('move nothing that were 0 all along', () => {
    expect(gradientVerdict([magnitude('w', 0, 0), magnitude('b', 1, 1)])).toBe(
      'The gradient of w has been 0 all along: nothing moves it.',
    )
  })

  it('have moved what they have moved, though one is 0 now or all have come down', () => {
    expect(gradientVerdict([magnitude('w', 1, 0), magnitude('b', 1, 1)])).toBe('The gradient of w is 0 in this update.')
    expect(gradientVerdict([magnitude('a', 2, 1e-17), magnitude('c', 1, 0)])).toBe(
      'All gradients have come down to 1×10⁻¹⁷ or less: little moves any more.',
    )
  })

  it('are compared otherwise', () => {
    expect(gradientVerdict([magnitude('w', 1), magnitude('b', 4)])).toBe('The largest is 4 times the smallest.')
    expect(gradientVerdict([magnitude('w', 0.5)])).toBe('The gradient of w has magnitude 0.5.')
  })
})

describe('a run that has ended by itself', () => {
  it.each([
    [{ kind: 'minimum', norm: 3e-9 }, /^At a minimum: the gradient’s norm is 3×10⁻⁹\.$/],
    [{ kind: 'flat', norm: 0 }, /^On a plain: .* norm is 0, and the loss is the same all around/],
    [{ kind: 'stationary', norm: 0 }, /^At no minimum/],
    [
      { kind: 'level', by: 'epoch', count: 100, loss: 0.25, norm: 1, isStill: false },
      /^The loss no longer falls: over the last 100 epochs its mean was 0\.25, no lower than over the 100 before. A smaller/,
    ],
    [
      { kind: 'level', by: 'update', count: 200, loss: 4, norm: 4, isStill: true },
      /^The loss no longer falls: .* A larger learning rate may bring it lower\.$/,
    ],
  ] as const)('%j says why', (rest, sentence) => {
    expect(restText(rest)).toMatch(sentence)
    expect(loopStanding(progress({ loss: 1, rest }))).toBe(restText(rest))
  })
})

describe('which input is which', () => {
  const start = (parts: Partial<Start>): Start => ({
    ...{ loss: 'loss', dataSet: null, binding: null, columns: [], batchSize: 1, perEpoch: 1, perSample: false },
    ...{ parameters: ['w'], predictions: [], prediction: null },
    ...parts,
  })
  const moons: DataSet = { ...points, kind: 'classes', classes: ['0', '1'], columns: ['x1', 'x2', 'class'] }
  const placed = (placements: Binding['placements']): Binding => ({ placements, perSample: false, labels: null })

  it('is said in the program’s names and the data set’s', () => {
    const features = { input: 'X', takes: 'features', shape: [2] } as const
    const text = (target: Placement, chosen: string) =>
      mappingText(start({ dataSet: moons, binding: placed([features, target]) }), chosen, ['X', 'Y'])
    expect(text({ input: 'Y', takes: 'one-hot', shape: [2] }, 'two moons')).toBe(
      'X: the points (x1, x2); Y: the class, a column for each of 2.',
    )
    expect(text({ input: 'Y', takes: 'target', shape: [] }, OWN)).toBe(
      'X: the points; Y: the class, 0 or 1, the program’s own 2 rows.',
    )
  })

  it('of samples that are matrices, some of which are held out, and of many features', () => {
    const target: Placement = { input: 'y', takes: 'one-hot', shape: [2] }
    const text = (dataSet: DataSet, shape: readonly number[]) =>
      mappingText(start({ dataSet, binding: placed([{ input: 'X', takes: 'features', shape }, target]) }), 'set', ['X'])
    const pictures: DataSet = { ...moons, matrix: [8, 8], targets: [0, 1, 0, 1, 1], heldOut: [3, 4] }
    expect(text(pictures, [8, 8])).toBe(
      'X: the sample, 8×8 numbers; y: the class, a column for each of 2. 3 samples are learnt from, 2 are held out.',
    )
    const columns = [...Array.from({ length: 20 }, (_, i) => `x${i + 1}`), 'class']
    expect(text({ ...moons, columns }, [20])).toContain('X: the points (x1, …, x20);')
  })

  it('of one feature, and of data that stay as they are', () => {
    const placements: Placement[] = [
      { input: 'u', takes: { feature: 0 }, shape: [] },
      { input: 'v', takes: 'target', shape: [] },
    ]
    expect(mappingText(start({ dataSet: points, binding: placed(placements) }), 'line', ['u', 'v'])).toBe(
      'u: a feature (x); v: the number to predict (y).',
    )
    expect(mappingText(start({}), OWN, ['X', 't'])).toBe('X and t: as the program has them, in every update.')
    expect(mappingText(start({}), OWN, [])).toBe('The program has no data.')
  })
})

describe('a gradient check', () => {
  const worst = { name: 'w', adjoint: 1, numeric: 1, error: 1e-9 }

  it('passes or fails in words, and names kinks', () => {
    expect(checkText({ checked: 4, kinks: [], worst, agrees: true })).toMatch(
      /^Passes: .* at all 4 entries compared\.$/,
    )
    expect(checkText({ checked: 1, kinks: ['b'], worst, agrees: true })).toMatch(
      /the 1 entry compared\. At kinks.*: b\.$/,
    )
    expect(checkText({ checked: 4, kinks: [], worst, agrees: false })).toMatch(/^Fails/)
    expect(checkText({ checked: 0, kinks: ['w'], worst: null, agrees: true })).toMatch(/^Nothing could be compared/)
  })
})

describe('pictures as sentences with their numbers', () => {
  it('the loss: first, last and least', () => {
    expect(lossText({ xs: of(0, 1, 2), ys: of(4, 1, 2) })).toBe(
      'Loss of the mini-batches by update: 4 at first, 2 at update 3, least 1 at update 2.',
    )
    expect(lossText({ xs: of(), ys: of() })).toBe('Loss by update: nothing yet.')
  })

  it('a fit: both ends', () => {
    const picture = { kind: 'fit', xs: of(0, 1), predictions: of(-1, 3), width: 1 } as const
    expect(fitText(picture, points)).toBe('Predicted y over x: −1 at x = 0, 3 at x = 1, with 2 samples.')
  })

  it('a boundary: the share of each class, and what is right', () => {
    const dataSet: DataSet = { ...points, kind: 'classes', classes: ['a', 'b'], columns: ['u', 'v', 'class'] }
    const classes = Uint8Array.of(0, 1, 1, 1)
    const picture = { kind: 'boundary', xs: of(0, 1), ys: of(0, 1), predictions: of(), width: 1, threshold: 0 } as const
    expect(boundaryText({ ...picture, classes }, dataSet, 0.5)).toBe(
      'Predicted classes over u and v: a on 25.0 %, b on 75.0 % of the part shown, with 2 samples. 50.0 % of them lie where their class is predicted.',
    )
  })

  it('a surface: its lowest point and where the parameters stand', () => {
    const surface = { names: ['a', 'b'], axes: [of(0, 1), of(5, 6)], losses: of(3, 2, 1, 4) }
    expect(surfaceText(surface, [0.5, 5])).toBe(
      'Loss over a and b: lowest, 1, near a = 0, b = 6; the parameters stand at a = 0.5, b = 5.',
    )
    expect(surfaceText({ names: ['w'], axes: [of(0, 1)], losses: of(3, 2) }, [0])).toBe(
      'Loss over w: lowest, 2, near w = 1; the parameters stand at w = 0.',
    )
  })
})

describe('samples as pictures', () => {
  it.each([
    [[0, 355, 60], 'All 355 samples are classified rightly. 60 are shown.'],
    [[1, 300, 1], '1 of 300 samples is misclassified: ✗ and what is predicted. 1 is shown.'],
    [[1200, 1797, 60], '1,200 of 1,797 samples are misclassified: ✗ and what is predicted. 60 are shown.'],
  ] as const)('%j are told as “%s”', ([wrong, all, shown], text) => {
    expect(samplesText(wrong, all, shown)).toBe(text)
  })

  it('are read aloud with their class and what is predicted', () => {
    expect([sampleText('3', '3'), sampleText('3', '8')]).toEqual(['3, as predicted', '3, predicted as 8'])
  })
})
