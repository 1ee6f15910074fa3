import { beforeAll, expect, test } from 'vitest'
import type { Graph } from '../../src/core.ts'
import type { LessonScene } from '../../src/lessons/lesson.ts'
import { nodeNamed } from '../../src/notation/symbols.ts'
import cases from '../cases/lecture.json' with { type: 'json' }
import { scenes } from '../fixtures/lessons.ts'
import { askedNow, openMoment, prepareWalk, press, programNow, sessionNow, shownAt } from './walk.ts'

const PARTS = ['counts', 'caption', 'program', 'trace', 'jacobian', 'chapter', 'inputs'].map((part) => `part:${part}`)
const KINDS = { value: 'primal', tangent: 'tangent', adjoint: 'adjoint' } as const
type NumberKind = keyof typeof KINDS

/** What the case says of nodes, by name. */
type Numbers = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>

beforeAll(prepareWalk)

test.each(scenes)('$at opens, plays to its end, and lights what is there', async ({ scene }) => {
  expect(await openMoment(scene.moment)).toEqual([])
  expectLit(scene.show)
  const asked = askedOf(scene)
  if (asked) expect(shownAt(KINDS[asked.kind], asked.node), 'the answer before the question').toBeNull()
  for (const move of scene.reveal ?? []) {
    await press(move)
    expectLit(move.show)
  }
  const isTrained = scene.reveal?.some(({ move }) => move === 'train')
  if (asked && !isTrained) expect(shownAt(KINDS[asked.kind], asked.node), 'revealed').not.toBeNull()
})

const asking = scenes.filter(({ scene }) => scene.ask)

test.each(asking)(
  '$at has a key, the lecture’s, and other answers that its file names are wrong',
  async ({ at, scene }) => {
    await openMoment(scene.moment)
    const asked = await askedNow(scene)
    if (!asked || 'says' in asked) throw new Error(asked?.says)
    const answer = cases.find(({ id }) => at === `lecture: ${id}`)?.answer
    if (typeof answer === 'number') expect(asked.judge(String(answer))).toEqual({ verdict: 'right' })
    if (asked.question.kind === 'number' || asked.question.kind === 'expression') return
    for (const { answer, slip } of asked.question.slips ?? [])
      expect(asked.judge(answer), answer).toEqual({ verdict: 'wrong', slip })
  },
)

test('the lecture has a scene for each case, in the same order, and asks what the lecture asks', () => {
  const lecture = scenes.filter(({ at }) => at.startsWith('lecture: ')).map(({ scene }) => scene)
  expect(lecture.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
  const asks = (id: string) => lecture.find((scene) => scene.id === id)?.ask !== undefined
  for (const { id, question } of cases) expect(asks(id), id).toBe(question !== null)
})

test.each(cases)('lecture: $id shows the numbers of its case, at the moment and when revealed', async (given) => {
  const scene = scenes.find(({ at }) => at === `lecture: ${given.id}`)?.scene as LessonScene
  await openMoment(scene.moment)
  expectNumbers(given.numbers as Numbers)
  for (const move of scene.reveal ?? []) await press(move)
  const revealed = given.reveal ?? {}
  if ('numbers' in revealed && !('train' in revealed)) expectNumbers(revealed.numbers as Numbers)
  if ('program' in revealed) expect(withoutValues(programNow())).toBe(withoutValues(revealed.program as string))
})

/** Which value another input takes is not the lesson’s business. */
const withoutValues = (program: string) => program.replace(/= -?[\d.]+$/gm, '=')

/** The number that is asked for, where it is one of the pass at hand. */
function askedOf({ ask }: LessonScene): { kind: NumberKind; node: string } | null {
  const [, kind, node] = /^(adjoint|tangent|value) (\S+)$/.exec(ask?.of ?? '') ?? []
  return kind === undefined ? null : { kind: kind as NumberKind, node }
}

function expectLit(show: readonly string[] = []): void {
  const lines = programNow().split('\n').length
  for (const each of show) {
    if (each.startsWith('part:')) expect(PARTS).toContain(each)
    else if (each.startsWith('lines:')) expect(Number(/\d+$/.exec(each)?.[0]), each).toBeLessThanOrEqual(lines)
    else expect(isIn(sessionNow().graph, each), each).toBe(true)
  }
}

/** Whether a graph has the node, or the edge `x1>v2`. */
function isIn(graph: Graph, lit: string): boolean {
  const [from, to] = lit.split('>').map((name) => nodeNamed(graph, name))
  if (from === undefined || !lit.includes('>')) return from !== undefined
  return to !== undefined && graph.operand.subarray(graph.firstEdge[to], graph.firstEdge[to + 1]).includes(from)
}

function expectNumbers(numbers: Numbers): void {
  for (const [node, kinds] of Object.entries(numbers))
    for (const [kind, value] of Object.entries(kinds ?? {})) {
      const shown = kind === 'absent' ? shownAt('adjoint', node) : shownAt(KINDS[kind as NumberKind], node)
      if (kind === 'absent') expect(shown, node).toBe('absent')
      else expect(flat(shown), `${kind} of ${node}`).toEqual(flat(value).map((number) => expect.closeTo(number, 12)))
    }
}

const flat = (value: unknown): number[] => [value].flat(4) as number[]
