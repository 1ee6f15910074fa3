import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import {
  clamped,
  frameOf,
  type Granularity,
  goToEnd,
  isPast,
  leadingMode,
  nextPass,
  type Position,
  passesDone,
  previousPass,
  type Shown,
  START,
  stepBack,
  stepForward,
  type Timeline,
} from '../trace/position.ts'
import { passes } from './passes.ts'

function timelineOf(source: string): Timeline {
  const values = primalOf(source)
  return { forward: passes(values, 'forward'), reverse: passes(values, 'reverse') }
}

const lecture = timelineOf(LECTURE)
const WIDE = timelineOf('x = 1\ny = 2\nz = 3\nf = x*y*z\ng = x + f\nh = exp(z)')
const TIMELINES = [lecture, WIDE, timelineOf('x = 3'), timelineOf('x = 1\nunused = 2\nf = x*x')]

const timelines = fc.constantFrom(...TIMELINES)
const shownModes = fc.constantFrom<Shown>('forward', 'reverse', 'compare')
const granularities = fc.constantFrom<Granularity>('pass', 'node', 'term')

function walk(timeline: Timeline, shown: Shown, granularity: Granularity): Position[] {
  const positions = [START]
  for (;;) {
    const next = stepForward(timeline, shown, positions[positions.length - 1], granularity)
    if (!next) return positions
    positions.push(next)
  }
}

describe('stepping', () => {
  test('visits the primal pass once, then every pass of the modes shown, to the end', () => {
    fc.assert(
      fc.property(timelines, shownModes, granularities, (timeline, shown, granularity) => {
        const last = walk(timeline, shown, granularity).at(-1) as Position
        const end = goToEnd(timeline, shown)
        for (const mode of ['forward', 'reverse'] as const)
          expect(frameOf(timeline, last, mode)).toEqual(frameOf(timeline, end, mode))
      }),
    )
  })

  test('takes as many single steps as the longer mode has', () => {
    expect(walk(lecture, 'forward', 'node')).toHaveLength(1 + 5 + 4 + 3)
    expect(walk(lecture, 'reverse', 'node')).toHaveLength(1 + 5 + 5)
    expect(walk(lecture, 'compare', 'node')).toHaveLength(1 + 5 + 5 + 3)
  })

  test('back undoes forward, in any granularity', () => {
    fc.assert(
      fc.property(timelines, shownModes, granularities, (timeline, shown, granularity) => {
        const positions = walk(timeline, shown, granularity)
        for (let i = 1; i < positions.length; i++)
          expect(stepBack(timeline, shown, positions[i], granularity)).toEqual(positions[i - 1])
      }),
    )
  })

  test('term by term, every step of a branch shows each of its terms', () => {
    const reverse = walk(lecture, 'reverse', 'term').filter(({ reverse: pass, step }) => pass === 1 && step === 4)
    expect(reverse.map(({ term }) => term)).toEqual([0, 1])
  })
})

describe('compare mode', () => {
  test('moves both modes together; the one that is done waits, complete', () => {
    const later = { forward: 2, reverse: 2, step: 1, term: 0 }
    expect(isPast(lecture, later, 'reverse')).toBe(true)
    expect(frameOf(lecture, later, 'reverse')).toMatchObject({ step: 5 })
    expect(leadingMode(lecture, 'compare', later, 'reverse')).toBe('forward')
  })

  test('counts the passes that each mode has completed', () => {
    expect(passesDone(lecture, START, 'forward')).toBe(0)
    expect(passesDone(lecture, { forward: 1, reverse: 1, step: 4, term: 0 }, 'forward')).toBe(1)
    expect(passesDone(lecture, { forward: 1, reverse: 1, step: 4, term: 0 }, 'reverse')).toBe(0)
    expect(passesDone(lecture, goToEnd(lecture, 'compare'), 'reverse')).toBe(1)
    expect(passesDone(lecture, goToEnd(lecture, 'compare'), 'forward')).toBe(2)
  })
})

test('next pass goes to the start of each pass, then to the end; previous pass goes the same way back', () => {
  const first = nextPass(lecture, 'forward', START)
  const second = nextPass(lecture, 'forward', first)
  const end = nextPass(lecture, 'forward', second)
  expect([first, second, end].map(({ forward, step }) => [forward, step])).toEqual([
    [1, 0],
    [2, 0],
    [2, 3],
  ])
  expect(previousPass(end)).toEqual(second)
  expect(previousPass(second)).toEqual(first)
  expect(previousPass(first)).toEqual(START)
})

test('whatever the position, the clamped one exists', () => {
  const positions = fc.record({
    forward: fc.nat(9),
    reverse: fc.nat(9),
    step: fc.nat(99),
    term: fc.constant(0),
  })
  fc.assert(
    fc.property(timelines, shownModes, positions, (timeline, shown, position) => {
      const { step, term, ...counts } = clamped(timeline, shown, position)
      for (const mode of ['forward', 'reverse'] as const) {
        const frame = frameOf(timeline, { ...counts, step, term }, mode)
        expect(frame.step).toBeLessThanOrEqual(frame.pass.steps.length)
      }
      expect(clamped(timeline, shown, { ...counts, step, term })).toEqual({ ...counts, step, term })
    }),
  )
})
