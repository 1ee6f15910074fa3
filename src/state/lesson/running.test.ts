import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Lesson } from '../../lessons/lesson.ts'
import { edit } from '../document.ts'
import { language } from '../language.ts'
import { change, now, useGradual } from '../store.ts'
import { goBack, goForth, goToScene, leaveScene, returnToScene } from './running.ts'
import { finishSteps } from './stepping.ts'
import { useLesson } from './store.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  await language.ask()
})

const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
const GROWN = 'x1 = 2\nx2 = 3\nx3 = 2\nf = sin(x1) + x1*x2*x3'
const TRAINED = 'data x = 2\nparam w = 3\nf = (w*x - 1)^2'
const at = (program: string, more: string) => `#v=1&program=${encodeURIComponent(program)}&${more}`

const LESSON: Lesson = {
  ...{ gradual: 1, title: 'Mine', language: 'en' },
  scenes: [
    {
      ...{ id: 'steps', text: '', moment: at(PROGRAM, 'mode=reverse&pass=f&step=1') },
      reveal: [{ move: 'next', count: 2 }, { move: 'input' }, { move: 'tell' }],
    },
    {
      ...{ id: 'training', text: '', moment: at(TRAINED, 'tab=train&trained=4') },
      reveal: [
        { move: 'train', count: 2 },
        { move: 'train', count: 3 },
      ],
    },
    { id: 'last', text: '', moment: at(PROGRAM, 'mode=forward') },
  ],
}

beforeEach(async () => {
  useGradual.setState(useGradual.getInitialState(), true)
  useLesson.setState({ name: 'mine', lesson: LESSON, problems: [], away: false })
  change({ lesson: 'mine' })
  await goToScene(0)
})

/** Where one is: scene, presses, step; and whether the program has grown. */
function place() {
  finishSteps()
  const { scene, revealed, position, source } = now()
  return [scene, revealed, position.step, source === GROWN ? 'grown' : source === PROGRAM ? 'as written' : 'another']
}

test('each press goes one move further, after the last one to the next scene', async () => {
  const places = [place()]
  for (let press = 0; press < 3; press++) {
    await goForth()
    places.push(place())
  }
  expect(places).toEqual([
    ['steps', 0, 1, 'as written'],
    ['steps', 1, 3, 'as written'],
    ['steps', 2, expect.any(Number), 'grown'],
    ['steps', 3, expect.any(Number), 'grown'],
  ])
  await goForth()
  expect(place().slice(0, 2)).toEqual(['training', 0])
})

test('back is the same as there, press by press, from the scene after too', async () => {
  const there = [place()]
  for (let press = 0; press < 3; press++) {
    await goForth()
    there.push(place())
  }
  await goForth()
  const back = []
  for (let press = 0; press < 4; press++) {
    await goBack()
    back.push(place())
  }
  expect(back).toEqual(there.reverse())
  await goBack()
  expect(place()).toEqual(['steps', 0, 1, 'as written'])
})

test('presses that come at once follow one another', async () => {
  await Promise.all([goForth(), goForth(), goBack(), goForth(), goForth()])
  expect(place().slice(0, 2)).toEqual(['steps', 3])
  expect(place()[3]).toBe('grown')
})

test('who leaves a scene to play comes back to the very place, with the scene’s program', async () => {
  await goForth()
  const left = place()
  leaveScene()
  edit('y = 7\ng = y^2')
  expect(useLesson.getState().away).toBe(true)
  await returnToScene()
  expect(place()).toEqual(left)
  expect(useLesson.getState().away).toBe(false)
})

test('steps of training that a scene’s moves take are taken again where one comes back to it', async () => {
  const reached = async (press: number) => {
    await goToScene(1, press)
    return now().trainingReached.steps
  }
  expect([await reached(0), await reached(1), await reached(2)]).toEqual([4, 6, 9])
  await goToScene(2)
  await goBack()
  expect([now().scene, now().revealed, now().trainingReached.steps]).toEqual(['training', 2, 9])
})
