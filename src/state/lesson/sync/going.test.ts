import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Lesson } from '../../../lessons/lesson.ts'
import { language } from '../../language.ts'
import { useShow } from '../../show.ts'
import { change, now, useGradual } from '../../store.ts'
import { useRoom } from '../room.ts'
import { goToScene, leaveScene } from '../running.ts'
import { useLesson } from '../store.ts'
import { goToPlace, placeHere } from './going.ts'
import type { ShowPlace } from './message.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  await language.ask()
})

const moment = `#v=1&program=${encodeURIComponent('x = 2\nf = x*x')}`
const LESSON: Lesson = {
  ...{ gradual: 1, title: 'Mine', language: 'en' },
  scenes: ['one', 'two'].map((id) => ({ id, text: '', moment, reveal: [{ move: 'tell' }, { move: 'input' }] })),
}
const ROOM = {
  lesson: 'mine',
  scene: 'two',
  started: 1,
  entered: 2,
  since: 3,
  seconds: 30 as const,
  hands: { two: { '4': 9 } },
}
const OFF = { frozen: false, code: false, brought: null, enlarged: null }
const ON = { frozen: true, code: true, brought: 'table', enlarged: { times: 1.4, at: 'f' } } as const
const place = (scene: string, revealed: number, shown: typeof OFF | typeof ON = OFF): ShowPlace => ({
  ...{ lesson: 'mine', scene, revealed, presents: now().presenting, blank: true, ...shown, room: ROOM },
})

beforeEach(async () => {
  useGradual.setState(useGradual.getInitialState(), true)
  useShow.setState(useShow.getInitialState(), true)
  useLesson.setState({ name: 'mine', lesson: LESSON, problems: [], away: false })
  change({ lesson: 'mine' })
  await goToScene(0)
})

test('a window comes to the place of another, with its hands and its black screen, ahead and back', async () => {
  for (const [scene, revealed] of [
    ['one', 2],
    ['two', 1],
    ['two', 0],
  ] as const) {
    expect(await goToPlace(place(scene, revealed))).toBe(true)
    expect([now().scene, now().revealed]).toEqual([scene, revealed])
    expect([useRoom.getState(), useShow.getState().blank]).toEqual([ROOM, true])
    expect(placeHere()).toEqual(place(scene, revealed))
    expect(now().source.split('\n')).toHaveLength(revealed === 2 ? 3 : 2)
  }
})

test('what stands still, is brought or enlarged in one window is so in another that presents, and stays so', async () => {
  change({ presenting: true })
  for (const shown of [ON, { ...ON, brought: 'formula' as const }, OFF]) {
    const there = { ...place('two', 1), ...shown }
    expect(await goToPlace(there)).toBe(true)
    expect(JSON.stringify(placeHere())).toBe(JSON.stringify(there))
  }
  expect(now().tab).toBe('graph')
})

test('a page for a desk shows nothing of that, and says so', async () => {
  expect(await goToPlace(place('two', 1, ON))).toBe(true)
  expect(placeHere()).toEqual(place('two', 1))
})

test('a scene that the lesson has not is no place to go, and who is away to play is at none', async () => {
  expect(await goToPlace(place('three', 0))).toBe(false)
  expect(now().scene).toBe('one')
  leaveScene()
  expect(placeHere()).toBeNull()
})
