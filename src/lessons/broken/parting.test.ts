import { describe, expect, it } from 'vitest'
import { primalOf } from '../../../verification/fixtures/compiled.ts'
import { adjoint } from '../../autodiff/adjoint.ts'
import { DEPARTURE_TOKENS } from '../../autodiff/choices/departed.ts'
import { RIGHT_SWEEP, SWEEP_CHOICES, type SweepDecision } from '../../autodiff/choices/sweepChoices.ts'
import { compile } from '../../core.ts'
import { type AskedQuestion, askedIn } from '../questions/asked.ts'
import { settingOf } from '../questions/setting.ts'
import { DECISIONS, departuresFrom } from './departures.ts'
import { runBeside } from './parting.ts'

const PROGRAM = 'x = 2\ny = 3\na = x + y\nb = a*x\nf = b + a'
const right = adjoint(primalOf(PROGRAM), { f: 1 })

describe('an engine of one’s own', () => {
  it('can make every choice that there is', () => {
    for (const decision of Object.keys(SWEEP_CHOICES) as SweepDecision[])
      expect(departuresFrom(decision)).toHaveLength(SWEEP_CHOICES[decision].length - 1)
    expect(DECISIONS.map(({ decision }) => decision)).toEqual(Object.keys(RIGHT_SWEEP))
    expect(DECISIONS.flatMap(({ decision }) => departuresFrom(decision)).sort()).toEqual([...DEPARTURE_TOKENS].sort())
  })

  it('agrees with the right one where it makes the same choices, and where a choice changes nothing', () => {
    expect(runBeside(right, [])).toMatchObject({ parting: -1, why: [] })
    expect(runBeside(right, ['unsummed']).parting).toBe(-1)
  })

  it('is told where it parts, with both numbers and why', () => {
    const { steps, parting, why } = runBeside(right, ['assigns'])
    expect(steps[parting]).toMatchObject({ name: 'a', chosen: 2, right: 3 })
    expect(why).toHaveLength(1)
    expect(why[0]).toContain('More than one contribution comes back to a')
  })

  it('is told the choice that is at fault, of several', () => {
    const { steps, parting, why } = runBeside(right, ['assigns', 'unseeded'])
    expect(steps[parting].name).toBe('f')
    expect(why).toHaveLength(1)
    expect(why[0]).toContain('seed')
  })
})

describe('find the bug', () => {
  const asked = (bug: string) => {
    const setting = settingOf(PROGRAM, compile(PROGRAM), { mode: 'reverse', pass: 'f', step: 0 })
    return setting && askedIn(setting, { question: 'Which?', kind: 'node', of: `bug ${bug}` })
  }

  it('asks for the first wrong node, and says of another whether it is right', () => {
    const question = asked('assigns') as AskedQuestion
    expect(question.judge('a')).toEqual({ verdict: 'right' })
    expect(question.judge('b')).toMatchObject({ slip: 'b is still right.' })
    expect(question.judge('y')).toMatchObject({ slip: 'y is wrong too, because something before it is.' })
  })

  it('is not asked where the bug changes nothing, nor of a bug that no engine has', () => {
    expect(asked('unsummed')).toEqual({ says: 'This bug changes nothing in this program.' })
    expect(asked('rounding')).toMatchObject({ says: expect.stringContaining('A bug is one of assigns') })
  })
})
