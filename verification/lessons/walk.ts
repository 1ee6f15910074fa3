import { vi } from 'vitest'
import type { Value } from '../../src/graph/graph.ts'
import { withAnotherInput, withAnotherOutput } from '../../src/graph/growing/another.ts'
import { valueAt } from '../../src/graph/nodes.ts'
import type { LessonScene, Move } from '../../src/lessons/lesson.ts'
import { nodeNamed } from '../../src/notation/symbols.ts'
import { edit } from '../../src/state/document.ts'
import { language } from '../../src/state/language.ts'
import { askedOf } from '../../src/state/lesson/asking.ts'
import { openLink } from '../../src/state/linkState.ts'
import { nextStep, toEnd } from '../../src/state/playback.ts'
import { currentSession, type Session } from '../../src/state/session.ts'
import { change, now, useGradual } from '../../src/state/store.ts'
import { isSettled } from '../../src/trace/frame.ts'
import type { Pass } from '../../src/trace/pass.ts'
import { frameOf, modesOf } from '../../src/trace/position.ts'

/** Without a page: what comes late is there, and no time passes. */
export async function prepareWalk(): Promise<void> {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const late = ['order', 'seeding', 'race'].map((name) => import(`../../src/state/${name}.ts`))
  await Promise.all([language.ask(), ...late])
}

/** Opens a moment as a fresh page would; what the page says about its link. */
export async function openMoment(fragment: string): Promise<readonly string[]> {
  useGradual.setState(useGradual.getInitialState(), true)
  await openLink(fragment, '')
  await rest()
  return now().notices.map(({ says }) => says)
}

const MAKES: Readonly<Record<Move['move'], (move: Move) => unknown>> = {
  next: ({ count = 1 }) => Array.from({ length: count }, nextStep),
  end: toEnd,
  link: ({ link = '' }) => openLink(link, now().source),
  input: () => edit(withAnotherInput(now().source) ?? ''),
  output: () => edit(withAnotherOutput(now().source) ?? ''),
  // Training runs in a worker, and is tried in the browser.
  train: () => {},
  tell: () => {},
}

/** Does what a press does in a lesson: the first one ends what is hidden. */
export async function press(move: Move): Promise<void> {
  change({ lesson: 'walked', revealed: (now().revealed ?? 0) + 1 })
  MAKES[move.move](move)
  await rest()
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** What the program on the screen is at its point. */
export function sessionNow(): Session {
  const session = currentSession(now())
  if (!session) throw new Error(`No graph: ${now().source}`)
  return session
}

/** The scene’s question of the program on the screen. */
export const askedNow = (scene: LessonScene) => askedOf(scene, now().compilation, now().revealed ?? 0)

export const programNow = (): string => now().source

/**
 * What stands at a node: its value, its tangent or its adjoint; `absent` where none of them reaches it, null where the pass
 * on the screen has not come to it.
 */
export function shownAt(kind: Pass['kind'], name: string): Value | 'absent' | null {
  const { shown, position } = now()
  const { graph, primal, timeline } = sessionNow()
  const node = nodeNamed(graph, name)
  if (node === undefined) throw new Error(`${name} is not there: ${now().source}`)
  const frames = modesOf(shown).map((mode) => frameOf(timeline, position, mode))
  if (kind === 'primal')
    return frames.some((frame) => frame.pass.kind !== kind || isSettled(frame, node))
      ? valueAt(graph, node, primal.values)
      : null
  const frame = frames.find((each) => each.pass.kind === kind && isSettled(each, node))
  if (!frame) return null
  return frame.pass.present[node] ? valueAt(graph, node, frame.pass.numbers) : 'absent'
}
