import { beforeAll, expect, test, vi } from 'vitest'
import type { LessonScene } from '../../lessons/lesson.ts'
import { language } from '../language.ts'
import { openLink } from '../linkState.ts'
import { change, now, useGradual } from '../store.ts'
import { askedOf } from './asking.ts'

beforeAll(async () => {
  vi.stubGlobal('cancelAnimationFrame', () => {})
  await language.ask()
})

const DATA = 'data x = [1, 2, 3]\nw = 2\nf = sum(w*x)'
const TWICE = 'x = 2\nf = sin(x)*sin(x)'
const ARRAY = 'x = [2, 3]\nf = sum(sin(x))'

// What is asked does not depend on whether the answer is looked at: a move that changes the program comes after the question.
test.each([
  ['passes forward', DATA, '', 1],
  ['passes forward', DATA, '&data=1', 4],
  ['operations', TWICE, '', 2],
  ['operations', TWICE, '&shared=0', 3],
  ['operations', ARRAY, '&unrolled=1', 3],
])('%s of %j%s: %s, before and after a move that changes the program', async (of, program, choice, right) => {
  const reveal: LessonScene['reveal'] = [{ move: 'input' }]
  const scene: LessonScene = {
    id: 'a',
    text: '',
    moment: `#v=1&program=${encodeURIComponent(program)}${choice}`,
    ask: { question: '', kind: 'count', of },
    reveal,
  }
  useGradual.setState(useGradual.getInitialState(), true)
  await openLink(scene.moment, '')
  change({ lesson: 'a', revealed: 0 })
  for (const made of [0, 1])
    expect(await askedOf(scene, now().compilation, made)).toMatchObject({ right: { form: 'value', value: right } })
})
