import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/core.ts'
import { KEYS } from '../../src/lessons/keys/index.ts'
import { ANSWER_KINDS, type LessonQuestion } from '../../src/lessons/lesson.ts'
import { type AskedQuestion, askedIn } from '../../src/lessons/questions/asked.ts'
import { type Setting, settingOf } from '../../src/lessons/questions/setting.ts'
import { entriesOf } from '../../src/notation/numbers.ts'
import { differences, scaleOf } from '../agreement.ts'
import { arrayPrograms } from '../arrayPrograms.ts'
import { programs, type RandomProgram } from '../programs.ts'

const SEED = 20_261_130
const PROGRAMS = 300
/** Relative to the same pass over absolute partials. */
const CLOSE = 1e-9
const LARGEST = 1e6

const settingIn = ({ source, at }: Pick<RandomProgram, 'source' | 'at'>): Setting => {
  const setting = settingOf(source, compile(source), { mode: 'reverse' }, at)
  if (!setting) throw new Error(source)
  return setting
}

const ask = (setting: Setting, of: string, kind: LessonQuestion['kind'] = 'number') =>
  askedIn(setting, { question: '', kind, of })

const numbersOf = (asked: AskedQuestion): readonly number[] =>
  asked.right.form === 'value' ? entriesOf(asked.right.value) : []

/** Every listed slip is another number than the right one, is judged wrong, and is told. */
function expectSlipsToBeWrong(asked: AskedQuestion, about: string): void {
  expect(asked.judge(String(numbersOf(asked)[0])), about).toEqual({ verdict: 'right' })
  const slips = asked.slips()
  for (const { answer } of slips) {
    const judgement = asked.judge(answer)
    expect(judgement, `${about}\n${answer}`).toMatchObject({ verdict: 'wrong', slip: expect.stringMatching(/\w/) })
  }
  expect(new Set(slips.map(({ answer }) => answer)).size).toBe(slips.length)
}

describe(`keys of ${PROGRAMS} random programs`, { timeout: 300_000 }, () => {
  it('are the values and derivatives of differences in 35 digits, whichever key asks for them', () => {
    let discarded = 0
    const property = fc.property(programs, (program) => {
      const setting = settingIn(program)
      const { graph, primal } = setting
      const exact = differences(program, graph)
      if (!exact.values.every((value) => Math.abs(value) < LARGEST)) {
        discarded++
        return
      }
      const scales = scaleOf(primal)
      for (const [i, { name: output }] of graph.outputs.entries()) {
        const value = ask(setting, `value ${output}`)
        if ('right' in value)
          expect(Math.abs(numbersOf(value)[0] - exact.values[i])).toBeLessThan(
            CLOSE * Math.max(1, Math.abs(exact.values[i])),
          )
        for (const [j, { name: input }] of graph.inputs.entries())
          for (const of of [
            `derivative ${output} ${input}`,
            `adjoint ${input} of ${output}`,
            `tangent ${output} by ${input}`,
          ]) {
            const asked = ask(setting, of)
            if (!('right' in asked)) continue
            const off = Math.abs(numbersOf(asked)[0] - exact.jacobian[i][j])
            expect(off, `${of}\n${program.source}`).toBeLessThanOrEqual(CLOSE * scales[i][j])
          }
      }
    })
    fc.assert(property, { seed: SEED, numRuns: PROGRAMS, endOnFailure: true })
    expect(discarded).toBeLessThan(PROGRAMS / 10)
  })

  it('have slips that are other numbers, each of them told', () => {
    let slips = 0
    const property = fc.property(programs, (program) => {
      const setting = settingIn(program)
      const [{ name: output }] = setting.graph.outputs
      const [{ name: input }] = setting.graph.inputs
      for (const of of [`derivative ${output} ${input}`, `value ${output}`]) {
        const asked = ask(setting, of)
        if (!('right' in asked)) continue
        slips += asked.slips().length
        expectSlipsToBeWrong(asked, `${of}\n${program.source}`)
      }
    })
    fc.assert(property, { seed: SEED, numRuns: 40, endOnFailure: true })
    expect(slips).toBeGreaterThan(400)
  })
})

it('derivatives of arrays are those of differences, entry by entry', { timeout: 300_000 }, () => {
  let compared = 0
  const property = fc.property(arrayPrograms, (program) => {
    const setting = settingIn(program)
    const { graph, primal } = setting
    const [output, input] = [graph.outputs[0], graph.inputs[0]]
    const asked = ask(setting, `derivative ${output.name} ${input.name}`)
    const exact = differences(program, graph)
    if (!('right' in asked) || !exact.values.every((value) => Math.abs(value) < LARGEST)) return
    const scales = scaleOf(primal)
    const [rows, columns] = [output, input].map(({ node }) => graph.offset[node + 1] - graph.offset[node])
    for (const [k, x] of numbersOf(asked).entries()) {
      const [row, column] = [Math.floor(k / columns), k % columns]
      expect(Math.abs(x - exact.jacobian[row][column]), program.source).toBeLessThanOrEqual(CLOSE * scales[row][column])
    }
    expect(numbersOf(asked)).toHaveLength(rows * columns)
    const entries = ask(setting, `entries of derivative ${output.name} ${input.name}`, 'count')
    expect('right' in entries && numbersOf(entries)).toEqual([rows * columns])
    compared++
  })
  fc.assert(property, { seed: SEED, numRuns: 40, endOnFailure: true })
  expect(compared).toBeGreaterThan(25)
})

it('no key and no answer breaks anything', () => {
  const setting = settingIn({
    source: 'data X = [[1, 2], [3, 4]]\nparam w = [1, 2]\nh = X @ w\nf = sum(max(h, 4)*h)',
    at: {},
  })
  const words = KEYS.map(({ word }) => word)
  const names = [
    'f',
    'h',
    'X',
    'w',
    'w[0]',
    'v1',
    'v9',
    '__proto__',
    'of',
    'by',
    'derivative',
    'forward',
    'with',
    'input',
    '1',
    '(',
    '',
  ]
  const texts = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(...names, '[1, 2]', '2×2', 'forward', '−3', '1e999'),
  )
  const keys = fc.tuple(fc.constantFrom(...words), fc.array(fc.constantFrom(...names), { maxLength: 4 }))
  const kinds = fc.constantFrom(...ANSWER_KINDS)
  const property = fc.property(keys, kinds, texts, ([word, rest], kind, given) => {
    const asked = askedIn(setting, { question: '', kind, of: [word, ...rest].join(' '), choices: ['forward', given] })
    if ('says' in asked) expect(asked.says).toMatch(/\w/)
    else {
      expect(['right', 'wrong', 'unreadable']).toContain(asked.judge(given).verdict)
      expect(asked.words.shown).not.toBe('')
      for (const { slip } of asked.slips()) expect(slip).toMatch(/\w/)
    }
  })
  fc.assert(property, { seed: SEED, numRuns: 1500 })
})
