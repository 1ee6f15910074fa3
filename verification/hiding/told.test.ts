import { beforeEach, expect, test } from 'vitest'
import { short } from '../../src/notation/numbers.ts'
import { nodeNamed } from '../../src/notation/symbols.ts'
import type { HideKind } from '../../src/state/choices/hiding.ts'
import { hiding } from '../../src/state/hiding.ts'
import '../../src/state/masking.ts'
import { faceOf, momentOf } from '../../src/picture/moment/paneMoment.ts'
import { frameAtHand, shownSession } from '../../src/state/session.ts'
import { change, now, useGradual } from '../../src/state/store.ts'
import { narrate } from '../../src/trace/narration/index.ts'
import { frameOf } from '../../src/trace/position.ts'
import { traceSheet } from '../../src/trace/sheets.ts'
import { columnsOf } from '../../src/trace/table.ts'
import { graphOf } from '../fixtures/compiled.ts'

const graph = graphOf('x = -1\ny = 2\nr = sqrt(x)\nf = r*y')

beforeEach(() => {
  const start = useGradual.getInitialState()
  useGradual.setState({ ...start, compilation: { ...start.compilation, graph }, shown: 'reverse' }, true)
})

const hide = (...kinds: HideKind[]) => change({ hide: new Set(kinds) })
const at = (pass: number, step: number) => change({ position: { forward: pass, reverse: pass, step, term: 0 } })

function seen() {
  const session = shownSession(now())
  const frame = frameAtHand(now())
  if (!session || !frame) throw new Error('Nothing is shown.')
  return { session, ...narrate(frame) }
}

/** Each row of the trace: its name, its value and its adjoint. */
function rows(): string[] {
  const list = seen().session.timeline.reverse
  const { position } = now()
  const frame = frameOf({ forward: list, reverse: list }, position, 'reverse')
  const standing = { list, index: position.reverse, frame, waits: false }
  return traceSheet([standing], columnsOf(standing)).rows.map(([name, , value, adjoint]) =>
    [name, value, adjoint].map(({ text }) => text).join(' '),
  )
}

test('NaN stands beside counts and names that are hidden', () => {
  hide('counts', 'words')
  seen()
  expect(short(Number.NaN)).toBe('NaN')
})

test('a value that is NaN stands beside adjoints that are hidden', () => {
  hide('adjoints')
  at(1, 2)
  expect(rows()).toEqual(['x −1 ', 'y 2 ', 'r NaN ?', 'f NaN 1'])
  const moment = momentOf(seen().session, now().position, 'reverse')
  expect(faceOf(moment, nodeNamed(graph, 'r') as number)).toMatchObject({ isValueTold: true, isDerivativeTold: false })
})

test('a step that gives NaN says so, and why, once it is told', () => {
  hide('values')
  at(0, 3)
  expect(seen()).toMatchObject({ sentence: expect.stringContaining('?'), notes: [] })
  hiding.of?.tells()
  expect(seen()).toMatchObject({ sentence: expect.stringContaining('NaN') })
  expect(
    seen()
      .notes.map(({ text }) => text)
      .join(),
  ).toContain('NaN')
})
