import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { closedOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import type { Mode } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { total } from '../costs/counts.ts'
import { memoryOf } from '../costs/memory.ts'
import { modeCounts } from '../costs/modeCounts.ts'
import type { Model } from '../costs/model.ts'
import { passes } from '../trace/passes.ts'
import { frameOf, passesDone, START, stepForward, type Timeline } from '../trace/position.ts'
import { countedCosts } from './costs.ts'
import { edit } from './document.ts'
import { language } from './language.ts'
import { memoryStepAt, positionAtMemoryStep } from './memoryStep.ts'
import { positionInRace, raceLength, raceMoves, winner } from './race.ts'
import {
  courseOf,
  coursePlace,
  lengthOf,
  nextStepEnd,
  operationsAt,
  previousStepEnd,
  underwayAt,
} from './raceCourse.ts'
import { change, now } from './store.ts'

const PROGRAMS = [
  LECTURE,
  'x = 1\ny = 2\nz = 3\nf = x*y*z\ng = x + f\nh = exp(z)',
  'x = 1\nunused = 2\nf = x + x',
  'g(a, b) = a*b + sin(a)\nx = 1.5\ny = 2\nf = g(x, y)*g(y, x)\nh = g(x, 2)',
  'W = [[1, 2], [3, 4]]\nb = [1, -1]\nx = [0.5, 2]\ny = tanh(x @ W + b)\nf = sum(y*y)',
  'x = [1, -2, 3]\nf = softmax(x)\ng = relu(x)',
]
const MODELS: readonly Model[] = [{}, { partials: 'each pass' }]
function raceOf(source: string, model: Model) {
  const values = closedOf(source)
  const timeline: Timeline = { forward: passes(values, 'forward'), reverse: passes(values, 'reverse') }
  const courseIn = (mode: Mode) => courseOf(timeline[mode], modeCounts(values, mode, model), model)
  return { values, timeline, course: { forward: courseIn('forward'), reverse: courseIn('reverse') } }
}

const races = fc
  .tuple(fc.constantFrom(...PROGRAMS), fc.constantFrom(...MODELS))
  .map(([source, model]) => ({ ...raceOf(source, model), model }))

describe('a race', () => {
  test('is as long as the engine’s counts, pass by pass and step by step', () => {
    fc.assert(
      fc.property(races, ({ values, course, timeline, model }) => {
        for (const mode of MODES) {
          expect(lengthOf(course[mode])).toBe(total(modeCounts(values, mode, model).all))
          for (let pass = 0; pass < timeline[mode].count; pass++)
            expect(course[mode].stepEnds(pass).at(-1) ?? course[mode].ends[pass]).toBe(course[mode].ends[pass])
        }
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  test('has both modes do equally many operations, neither ever going back', () => {
    fc.assert(
      fc.property(races, (race) => {
        let before = positionInRace(race, 0)
        for (let operations = 1; operations <= raceLength(race); operations++) {
          const position = positionInRace(race, operations)
          for (const mode of MODES) {
            const { pass, step } = coursePlace(race.course[mode], operations)
            expect([position[mode], position.race?.[mode]]).toEqual([pass, step])
            expect(pass > before[mode] || (pass === before[mode] && step >= (before.race?.[mode] ?? 0))).toBe(true)
            const done = operationsAt(race.course[mode], { pass, step })
            expect(done).toBeLessThanOrEqual(operations)
            expect(nextStepEnd(race.course[mode], operations)).toBeGreaterThan(operations)
          }
          before = position
        }
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  test('leads through every step of a pass that costs anything, forwards, and each ends where its operations do', () => {
    fc.assert(
      fc.property(races, ({ course, timeline }) => {
        for (const mode of MODES) {
          const seen = new Set<string>()
          let before = 0
          const grain = 64
          for (let at = 1; at <= lengthOf(course[mode]) * grain; at++) {
            const { pass, step, part } = underwayAt(course[mode], at / grain)
            const way = pass * 1000 + step + part
            expect(way).toBeGreaterThanOrEqual(before)
            expect(part).toBeGreaterThanOrEqual(0)
            expect(part).toBeLessThanOrEqual(1)
            before = way
            seen.add(`${pass},${step}`)
          }
          for (let pass = 0; pass < timeline[mode].count; pass++) {
            const ends = course[mode].stepEnds(pass)
            if (course[mode].ends[pass] === (course[mode].ends[pass - 1] ?? 0)) continue
            for (const step of ends.keys()) expect(seen).toContain(`${pass},${step}`)
            const { step, part } = underwayAt(course[mode], course[mode].ends[pass])
            expect([step, part]).toEqual([ends.length - 1, 1])
          }
        }
      }),
      { seed: 4, numRuns: 20 },
    )
  })

  test('ends with all passes of both modes complete', () => {
    fc.assert(
      fc.property(races, (race) => {
        const end = positionInRace(race, raceLength(race))
        for (const mode of MODES) {
          const { pass, step } = frameOf(race.timeline, end, mode)
          expect(step).toBe(pass.steps.length)
          expect(passesDone(race.timeline, end, mode)).toBe(race.timeline[mode].count - 1)
        }
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  test('comes back by the places it came by', () => {
    fc.assert(
      fc.property(races, fc.constantFrom(...MODES), ({ course }, mode) => {
        for (let at = 0; at < lengthOf(course[mode]); ) {
          const next = nextStepEnd(course[mode], at)
          expect(previousStepEnd(course[mode], next)).toBeLessThan(next)
          expect(nextStepEnd(course[mode], previousStepEnd(course[mode], next))).toBe(next)
          at = next
        }
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  it('draws on the way of a step what the operations have come to since it began', async () => {
    await language.ask()
    edit(PROGRAMS[0])
    const { session, course } = await countedCosts()
    change({ position: raceMoves.start(session), granularity: 'pass' })
    const position = raceMoves.forward(session, now())
    change({ position: position ?? START })
    const end = Math.min(course.forward.ends[0], course.reverse.ends[0])
    expect(now().position.race).toMatchObject({ operations: end, from: 0 })
    expect(raceMoves.drawn(session, now(), 'forward', 0).frame.step).toBe(0)
    const { step, part } = underwayAt(course.forward, 0.6 * end)
    expect(raceMoves.drawn(session, now(), 'forward', 0.6)).toMatchObject({ frame: { step: step + 1 }, progress: part })
    const whole = raceMoves.duration(now())
    change({ position: positionInRace({ course }, end, end / 2) })
    expect(raceMoves.duration(now())).toBeCloseTo(whole / 2)
  })

  it('is won by the mode with fewer operations', () => {
    expect(winner(raceOf('x = 1\ny = 2\nz = 3\nf = sin(x*y)*sin(y*z)', {}))).toBe('reverse')
    expect(winner(raceOf('x = 1\nf = sin(x)\ng = 2*f\nh = 3*f', {}))).toBe('forward')
  })
})

describe('the strip of memory', () => {
  it.each(PROGRAMS)('runs on with the steps of each mode, to its end: %s', (source) => {
    const { values, timeline } = raceOf(source, {})
    for (const mode of MODES) {
      const strip = memoryOf(values, mode)
      let before = 0
      for (let at = START; ; ) {
        const step = memoryStepAt(strip, timeline, at)
        expect(step).toBeGreaterThanOrEqual(before)
        before = step
        const next = stepForward(timeline, mode, at, 'node')
        if (!next) break
        at = next
      }
      expect(before).toBe(strip.node.length - 1)
    }
  })

  it.each(PROGRAMS)(
    'leads to the position that stands at it, at every node that takes part, within a pass: %s',
    (source) => {
      const { values, timeline } = raceOf(source, {})
      for (const mode of MODES) {
        const strip = memoryOf(values, mode)
        for (const [step, node] of strip.node.entries()) {
          const position = positionAtMemoryStep(strip, timeline, step)
          const { pass, step: done } = frameOf(timeline, position, mode)
          // A pass that is complete stands at its end.
          if (node < 0 || pass.present[node] === 0 || done === pass.steps.length) continue
          expect(memoryStepAt(strip, timeline, position)).toBe(step)
        }
      }
    },
  )
})
