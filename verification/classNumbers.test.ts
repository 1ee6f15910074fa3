import { describe, expect, it } from 'vitest'
import { differentiate, type Value } from '../src/core.ts'
import { unrolledOf } from './fixtures/compiled.ts'

const flat = (value: Value): number[] => [value].flat(Number.POSITIVE_INFINITY as 1) as number[]

const messages = (source: string): string[] =>
  differentiate(source, { mode: 'reverse' }).diagnostics.map(({ message }) => message)

/** Value and gradient as PyTorch 1.13 gives them for torch.nn.functional.cross_entropy in float64. */
const CASES: readonly (readonly [z: string, k: string, loss: number, gradient: readonly number[]])[] = [
  [
    '[[1, 2, 0.5], [0.1, -1, 3]]',
    '[1, 2]',
    0.2675715015342181,
    [
      0.11561194881107452, -0.18573414039411879, 0.07012219158304424, 0.02563180285417184, 0.00853208599320371,
      -0.03416388884737553,
    ],
  ],
  ['[1, 2, 0.5]', '2', 1.964368784107945, [0.23122389762214904, 0.62853171921176243, -0.85975561683391155]],
  [
    '[[[1, 2, 0.5], [0.1, -1, 3]], [[-0.3, 0.7, 2], [4, 0, -2]]]',
    '[[2, 2], [0, 1]]',
    2.1681424427999474,
    [
      0.05780597440553726, 0.15713292980294061, -0.21493890420847789, 0.01281590142708592, 0.00426604299660185,
      -0.01708194442368777, -0.23174178184233854, 0.04963098263801212, 0.18211079920432643, 0.24490730179176989,
      -0.2455143662991677, 0.00060706450739783,
    ],
  ],
]

describe('cross-entropy from class numbers', () => {
  it.each(CASES)('of %s with %s is what PyTorch gives, in both modes', (z, k, loss, gradient) => {
    for (const mode of ['forward', 'reverse'] as const) {
      const { outputs, jacobian } = differentiate(`z = ${z}\nL = crossentropy_classes(z, ${k})`, { mode })
      expect(outputs.L).toBeCloseTo(loss, 14)
      for (const [i, entry] of flat(jacobian.L.z).entries()) expect(entry).toBeCloseTo(gradient[i], 14)
    }
  })

  it.each(['3', '-1', '1.5'])('is NaN of the class %s of 3, and so is its gradient, which is said', (k) => {
    const source = `z = [1, 2, 0.5]\nL = crossentropy_classes(z, ${k})`
    for (const mode of ['forward', 'reverse'] as const) {
      const { outputs, jacobian } = differentiate(source, { mode })
      expect(outputs.L).toBeNaN()
      expect(flat(jacobian.L.z)).toEqual([Number.NaN, Number.NaN, Number.NaN])
    }
    expect(messages(source)).toEqual([`z has the classes 0 to 2, and ${k} is none of them: the value is NaN.`])
  })

  it('is NaN where an input that is no class is written out in operations of numbers', () => {
    const source = 'z = [1, 2, 0.5]\nk = 4\nL = crossentropy_classes(z, k)'
    const { graph, values } = unrolledOf(source)
    expect(values[graph.outputs[0].node]).toBeNaN()
  })

  it('gives the class numbers no derivative', () => {
    const { jacobian } = differentiate('z = [1, 2, 0.5]\nk = 1\nL = crossentropy_classes(z, k)', { mode: 'reverse' })
    expect(jacobian.L.k).toBe(0)
  })

  it('refuses numbers that are not one for each row', () => {
    const [message] = messages('z = [[1, 2], [3, 4], [5, 6]]\nL = crossentropy_classes(z, [1, 0])')
    expect(message).toMatch(/^z is 3×2 and k is a vector of 2: 3 whole numbers are needed, one for each row of z\./)
  })

  it.each([
    ['z = [1, 2, 3]\nL = crossentropy(z, 2)', 'crossentropy_classes(z, 2)'],
    ['z = [[1, 2], [3, 4]]\nk = [1, 0]\nL = crossentropy(z, k)', 'crossentropy_classes(z, k)'],
  ])('is what %j is sent to, whose labels are read as one-hot', (source, meant) => {
    expect(messages(source)).toEqual([expect.stringContaining(`With class numbers write ${meant}.`)])
  })
})
