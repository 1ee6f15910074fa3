import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { primalFrom } from '../../src/autodiff/primal.ts'
import { entriesOf, short } from '../../src/notation/numbers.ts'
import { HIDE_KINDS, type HideKind } from '../../src/state/choices/hiding.ts'
import { hiding } from '../../src/state/hiding.ts'
import '../../src/state/masking.ts'
import { faceOf, momentOf } from '../../src/picture/moment/paneMoment.ts'
import { currentSession, shownSession, toldModes } from '../../src/state/session.ts'
import { change, now, useGradual } from '../../src/state/store.ts'
import { answerOf } from '../../src/trace/answer.ts'
import { narrate } from '../../src/trace/narration/index.ts'
import type { Pass } from '../../src/trace/pass.ts'
import { isPast, modesOf, type Position, type Shown, stepForward } from '../../src/trace/position.ts'
import { traceSheet } from '../../src/trace/sheets.ts'
import { columnsOf } from '../../src/trace/table.ts'
import { termsAt } from '../../src/trace/terms.ts'
import { graphOf } from '../fixtures/compiled.ts'

beforeEach(() => useGradual.setState(useGradual.getInitialState(), true))

const OPERATIONS = [
  (a: string, b: string) => `${a} * ${b}`,
  (a: string, b: string) => `${a} + sin(${b})`,
  (a: string, b: string) => `${a} / (2.37 + ${b}*${b})`,
  (a: string) => `tanh(${a})`,
  (a: string, b: string) => `max(${a}, ${b}) * 1.173`,
]

/** Programs of 3 to 12 lines, whose numbers have many digits. */
const programs = fc
  .array(fc.tuple(fc.nat(OPERATIONS.length - 1), fc.nat(), fc.nat()), { minLength: 3, maxLength: 12 })
  .map((lines) => {
    const names = ['a', 'b']
    const written = lines.map(([operation, one, other], i) => {
      const line = `w${i} = ${OPERATIONS[operation](names[one % names.length], names[other % names.length])}`
      names.push(`w${i}`)
      return line
    })
    return ['a = 1.3717', 'b = -0.7193', ...written].join('\n')
  })

const ARRAYS = [
  'W = [[1.371, -0.719], [0.333, 2.117]]\nx = [0.917, 1.213]\nh = tanh(W @ x)\nf = sum(h*h)',
  'x = [1.17, 2.31, 0.77]\ny = softmax(x)\nf = dot(y, x)',
]

const hideSets = fc.subarray([...HIDE_KINDS], { minLength: 1 })

function open(source: string, hide: readonly HideKind[], shown: Shown): void {
  const graph = graphOf(source)
  change({ ...useGradual.getInitialState(), shown, hide: new Set(hide), compilation: { ...now().compilation, graph } })
}

/** All presses of “Next step”: one tells a number, the one after it steps on. */
function* presses(): Generator<Position> {
  for (;;) {
    yield now().position
    if (hiding.of?.tells()) continue
    const session = currentSession(now())
    const next = session && stepForward(session.timeline, now().shown, now().position, 'node')
    if (!next) return
    change({ position: next })
  }
}

/** What the reader gets of the moment, in words and numbers. */
function everythingShown(): string {
  const state = now()
  const session = shownSession(state)
  if (!session) return ''
  const said = toldModes(state).map(({ frame }) => {
    const { sentence, speech, maths, running, reads, notes } = narrate(frame)
    return JSON.stringify([sentence, speech, maths, running, reads, notes])
  })
  const faces = modesOf(state.shown).flatMap((mode) => {
    const moment = momentOf(session, state.position, mode)
    return Array.from({ length: session.graph.size }, (_, node) => textOf(faceOf(moment, node)))
  })
  const standings = modesOf(state.shown).map((mode) => ({
    list: session.timeline[mode],
    index: Math.min(state.position[mode], session.timeline[mode].count - 1),
    frame: toldFrame(mode),
    waits: isPast(session.timeline, state.position, mode),
  }))
  const cells = traceSheet(
    standings,
    standings.flatMap((each) => columnsOf(each)),
  ).rows.flat()
  const answer = answerOf(modesOf(state.shown).map((mode) => session.timeline[mode]))
  return [...said, ...faces, ...cells.map(({ text, data }) => `${text} ${data}`), JSON.stringify(answer)].join('\n')

  function toldFrame(mode: 'forward' | 'reverse') {
    return momentOf(session as NonNullable<typeof session>, state.position, mode).frame
  }
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'number' ? short(part) : ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  )

/** Steps of the pass that nothing was told of: the last one done is still asked for. */
function hiddenNumbers(): number[] {
  const state = now()
  const session = currentSession(state)
  if (!session) return []
  const { position, told, hide } = state
  const isTold = told?.forward === position.forward && told.reverse === position.reverse && told.step >= position.step
  return modesOf(state.shown).flatMap((mode) => {
    const list = session.timeline[mode]
    return Array.from({ length: list.count }, (_, index) => index).flatMap((index) => {
      const pass = list.get(index)
      const kind = pass.kind === 'primal' ? 'values' : (`${pass.kind}s` as HideKind)
      if (!hide.has(kind) || index < position[mode]) return []
      const from = index > position[mode] ? 0 : position.step - (isTold ? 0 : 1)
      return [...pass.steps.subarray(Math.max(0, from))].flatMap((node) =>
        pass.kind === 'primal' && session.graph.inputs.some((input) => input.node === node)
          ? []
          : [...pass.numbers.subarray(session.graph.offset[node], session.graph.offset[node + 1])],
      )
    })
  })
}

/** Four figures that stand nowhere else by chance. */
const isTelling = (text: string) => text.replace(/\D/g, '').length >= 4

/** Not as the beginning of another number, rounded. */
const stands = (number: string, line: string) =>
  new RegExp(`(?<![\\d.])${number.replace(/[.×]/g, '\\$&')}(?!\\d)`).test(line)

/** Numbers that may be seen, and those that the program is made of. */
function givenNumbers(): Set<string> {
  const session = shownSession(now())
  if (!session) return new Set()
  const { timeline, primal } = session
  const open = (['forward', 'reverse'] as const).flatMap((mode) =>
    Array.from({ length: timeline[mode].count }, (_, index) => [...timeline[mode].get(index).numbers]).flat(),
  )
  const own = primalFrom(session.graph, session.graph.initial.slice())
  const products = (['forward', 'reverse'] as const).flatMap((mode) =>
    Array.from({ length: timeline[mode].count }, (_, index) => {
      const [pass, seen] = [currentSession(now())?.timeline[mode].get(index) as Pass, timeline[mode].get(index)]
      const isSeen = (node: number) => !Number.isNaN(seen.numbers[session.graph.offset[node]])
      return [...pass.steps]
        .filter(isSeen)
        .flatMap((node) => termsAt(pass, node).flatMap(({ product, sum }) => [product, sum].flatMap(entriesOf)))
    }).flat(),
  )
  const partials = now().hide.has('partials') ? primal.partials : own.partials
  return new Set([...open, ...products, ...partials, ...session.graph.initial].map((x) => short(Math.abs(x))))
}

const tellsNothing = (source: string, hide: readonly HideKind[], shown: Shown) => {
  open(source, hide, shown)
  for (const _ of presses()) {
    const given = givenNumbers()
    const text = everythingShown()
    const told = [...new Set(hiddenNumbers().map((x) => short(Math.abs(x))))]
      .filter((number) => isTelling(number) && !given.has(number))
      .flatMap((number) =>
        text
          .split('\n')
          .filter((line) => stands(number, line))
          .map((line) => `${number} in ${line}`),
      )
    expect(told, `${source}\n${hide}\n${JSON.stringify(now().position)}`).toEqual([])
  }
}

const modes = fc.constantFrom<Shown>('forward', 'reverse', 'compare')

test('no number that is hidden is in a face, a cell or a sentence, at any step', () => {
  fc.assert(fc.property(programs, hideSets, modes, tellsNothing), { numRuns: 8 })
})

test.each(ARRAYS)('nor of arrays: %s', (source) => {
  fc.assert(
    fc.property(hideSets, modes, (hide, shown) => tellsNothing(source, hide, shown)),
    { numRuns: 10 },
  )
})
