import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { describe as described } from '../../../../verification/oldLinks/describe.ts'
import { oldLinks, otherwise } from '../../../../verification/oldLinks/file.ts'
import { isCompiled } from '../../compiled.ts'
import { language } from '../../language.ts'
import { goToFragment, openLink } from '../../linkState.ts'
import { change, now, useGradual } from '../../store.ts'
import { lessonNamed } from '../lessons.ts'
import {
  captureScene,
  chooseScene,
  deleteScene,
  duplicateScene,
  editLesson,
  keepWriting,
  momentAtHand,
  moveScene,
  redoEdit,
  renameScene,
  startLesson,
  undoEdit,
  useWriting,
} from './editor.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await Promise.all([language.ask(), import('../../order.ts'), import('../../seeding.ts'), import('../../race.ts')])
})

beforeEach(() => {
  useGradual.setState(useGradual.getInitialState(), true)
  useWriting.setState(useWriting.getInitialState(), true)
})

/** What everything else follows from, whatever is open. */
const ON_THE_SCREEN = [
  'program',
  'shared',
  'unrolled',
  'data',
  'open',
  'order',
  'mode',
  'place',
  'race',
  'jvp',
  'vjp',
  'hvp',
  'tab',
]
const onTheScreen = () => ON_THE_SCREEN.map((field) => described(now())[field])

/** Until what a link asks for is done: parts that come late, and what they do then. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

const written = () => useWriting.getState().edits?.value.lesson
const ids = () =>
  written()
    ?.scenes.map(({ id }) => id)
    .join(' ')
const sceneAt = (place: number) => {
  const scene = written()?.scenes[place]
  if (!scene) throw new Error(`There is no scene ${place}.`)
  return scene
}

test('three hundred random moments, captured as scenes and opened again, are the same moments', {
  timeout: 300_000,
}, async () => {
  let captured = 0
  const besides = { lesson: 'draft.mine', scene: 'one', edit: '1' } as const
  // A Hessian-vector product along nothing is the one thing on the screen that links do not say.
  for (const { link } of oldLinks().filter((each) => !each.link.includes('jvp=&hvp'))) {
    useGradual.setState(useGradual.getInitialState(), true)
    await openLink(link, otherwise())
    await rest()
    // A program with errors has no moment of its own: the last graph stays on the screen.
    if (!isCompiled(now()) || now().compilation.outOfDate || !now().compilation.graph) continue
    captured += 1
    change({ lesson: 'draft.mine', scene: 'one', editing: true })
    const [moment, seen] = [await momentAtHand(), onTheScreen()]
    expect(moment).not.toMatch(/[#&](theme|lesson|scene|edit|revealed)=/)
    await goToFragment('#v=1&program=g%20=%20y*y', besides)
    await rest()
    await goToFragment(moment, besides)
    await rest()
    expect(await momentAtHand(), link).toBe(moment)
    expect(onTheScreen(), link).toEqual(seen)
    if (captured === 300) break
  }
  expect(captured).toBe(300)
})

test('a lesson is written scene by scene, and every edit can be taken back and made again', async () => {
  await openLink('#v=1&program=x=2%0Af=x*x&mode=reverse', '')
  await rest()
  await startLesson()
  expect(now()).toMatchObject({ lesson: 'draft.my-lesson', scene: 'scene-1', editing: true })
  await captureScene()
  expect([ids(), now().scene]).toEqual(['scene-1 scene-2', 'scene-2'])
  duplicateScene(sceneAt(1))
  expect([ids(), now().scene]).toEqual(['scene-1 scene-2 scene-3', 'scene-3'])
  moveScene(sceneAt(2), -1)
  expect(ids()).toBe('scene-1 scene-3 scene-2')
  expect(renameScene(sceneAt(1), 'scene-1')).toMatch(/Another scene/)
  expect(renameScene(sceneAt(1), 'a b')).toMatch(/letters/)
  expect(renameScene(sceneAt(1), 'middle')).toBe(null)
  expect([ids(), now().scene]).toEqual(['scene-1 middle scene-2', 'middle'])
  deleteScene(sceneAt(1))
  expect([ids(), now().scene]).toEqual(['scene-1 scene-2', 'scene-2'])
  undoEdit()
  expect([ids(), now().scene]).toEqual(['scene-1 middle scene-2', 'middle'])
  for (let step = 0; step < 9; step++) undoEdit()
  expect(ids()).toBe('scene-1')
  for (let step = 0; step < 9; step++) redoEdit()
  expect(ids()).toBe('scene-1 scene-2')
})

test('the last scene cannot be deleted', async () => {
  await openLink('#v=1&program=f=1', '')
  await startLesson()
  deleteScene(sceneAt(0))
  expect(ids()).toBe('scene-1')
})

test('undo brings back the scene where the edit was made', async () => {
  await openLink('#v=1&program=x=2%0Af=x*x', '')
  await startLesson()
  await captureScene()
  editLesson((lesson) => ({ ...lesson, title: 'Squares' }), 'title')
  chooseScene(sceneAt(0))
  undoEdit()
  expect(now().scene).toBe('scene-2')
})

test('a draft is a lesson by its name', async () => {
  await openLink('#v=1&program=x=2%0Af=x*x', '')
  await rest()
  await startLesson()
  editLesson((lesson) => ({ ...lesson, title: 'Squares' }), 'title')
  keepWriting()
  const { name } = useWriting.getState()
  expect(await lessonNamed(`draft.${name}`)).toEqual({ lesson: written(), problems: [] })
  expect((await lessonNamed('draft.nobody')).problems[0]).toMatch(/no lesson “nobody”/)
})
