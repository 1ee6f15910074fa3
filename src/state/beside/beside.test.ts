import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { programs } from '../../../verification/programs.ts'
import { compile, type Graph } from '../../core.ts'
import { carryIds } from '../../graph/tape/identity.ts'
import { isPast, type Position, START, stepForward } from '../../trace/position.ts'
import { sessionOf } from '../../trace/sessionOf.ts'
import { edit } from '../document.ts'
import { language } from '../language.ts'
import { readLink, writeLink } from '../link.ts'
import { change, now, useGradual } from '../store.ts'
import { alongside } from './alongside.ts'
import { keepBeside, keptOf, madeBy, putAway, swapBeside, toggleBeside } from './kept.ts'

const graphOf = (source: string, options: Parameters<typeof compile>[1] = {}) =>
  compile(source, { open: new Set(), ...options }).graph as Graph

const about = (graph: Graph, of: Graph): Graph => ({ ...graph, ...carryIds(graph, of) })

/** Every position that steps lead to, with both modes shown. */
function walk(session: ReturnType<typeof sessionOf>): Position[] {
  const positions = [START]
  for (;;) {
    const next = stepForward(session.timeline, 'compare', positions[positions.length - 1], 'node')
    if (!next) return positions
    positions.push(next)
  }
}

const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
const MODES = ['forward', 'reverse'] as const

describe('the place of a program beside', () => {
  it('is that of the page where both are one program', () => {
    const session = sessionOf(graphOf(PROGRAM))
    for (const position of walk(session))
      for (const mode of MODES) {
        const there = alongside(session, position, mode, session)
        const length = isPast(session.timeline, position, mode)
          ? 0
          : session.timeline[mode].get(position[mode]).steps.length
        expect(isPast(session.timeline, there, mode)).toBe(isPast(session.timeline, position, mode))
        if (length > 0) expect(there.step).toBe(Math.min(position.step, length))
      }
  })

  it('is in the pass of the same seed, and waits where there is none', () => {
    const [page, beside] = [graphOf(`x3 = 2\n${PROGRAM}*x3`), graphOf(PROGRAM)].map(sessionOf)
    const at = (pass: number) => alongside(page, { ...START, forward: pass }, 'forward', beside).forward
    expect([1, 2, 3].map((pass) => page.timeline.forward.seedOf(pass)?.name)).toEqual(['x3', 'x1', 'x2'])
    expect([0, 1, 2, 3].map(at)).toEqual([0, 3, 1, 2])
  })

  it('has come as far as the same nodes, without sharing and with it, and ends where the page ends', () => {
    fc.assert(
      fc.property(programs, ({ source }) => {
        const shared = graphOf(source)
        const beside = sessionOf(about(graphOf(source, { shareSubexpressions: false }), shared))
        const page = sessionOf(shared)
        const { steps } = page.timeline.reverse.get(1)
        let before = 0
        for (let step = 0; step <= steps.length; step++) {
          const at = alongside(page, { ...START, forward: 1, reverse: 1, step }, 'reverse', beside)
          expect(at.step).toBeGreaterThanOrEqual(before)
          before = at.step
        }
        expect(before).toBe(beside.timeline.reverse.get(1).steps.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a program that is kept', () => {
  beforeEach(async () => {
    useGradual.setState(useGradual.getInitialState(), true)
    await language.get()
    edit(PROGRAM)
  })

  it('has all that makes its graph, and comes back from a link', async () => {
    change({ shareSubexpressions: false, open: new Set([5, -7]), unrolled: true, reading: 'gradual' })
    keepBeside()
    const { beside } = now()
    expect(beside).toEqual({ program: PROGRAM, unrolled: '1', open: [5, -7], shared: '0', lang: 'gradual' })
    const { moment, notices } = await readLink(await writeLink({ program: 'f = x', beside: beside ?? undefined }))
    expect(notices).toEqual([])
    expect(moment.beside).toEqual(beside)
    expect(madeBy(beside ?? {})).toMatchObject({ source: PROGRAM, shareSubexpressions: false, open: new Set([5, -7]) })
  })

  it('changes places with that of the page, and is put away', () => {
    toggleBeside()
    edit('x = 1\nf = x^2')
    const page = keptOf(now())
    swapBeside()
    expect(now().source).toBe(PROGRAM)
    expect(now().beside).toEqual(page)
    toggleBeside()
    expect(now().beside).toBeNull()
    putAway()
    expect(now().beside).toBeNull()
  })

  it.each(['beside=program%3Dx%26what%3D1', 'beside=shared%3D7', 'beside=%25%25'])(
    'that a link says badly is told: %s',
    async (field) => {
      const { moment, notices } = await readLink(`#v=1&${field}`)
      expect(moment.beside).toBeUndefined()
      expect(notices).not.toEqual([])
    },
  )
})
