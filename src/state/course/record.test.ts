import { readFileSync } from 'node:fs'
import { Scorm12API } from 'scorm-again'
import { expect, test } from 'vitest'
import type { Lesson } from '../../lessons/lesson.ts'
import { type CoursePlatform, platformOf } from './platform.ts'
import { type CourseProgress, progressIn, progressText } from './progress.ts'
import { openRecord } from './record.ts'

const lessonOf = (name: string): Lesson =>
  JSON.parse(readFileSync(`src/lessons/files/${name}.gradual-lesson.json`, 'utf8'))

const ANSWERED = { wrong: 1, right: true, shown: false }
const NEURON = lessonOf('neuron')
const PLACE = '#v=1&lesson=neuron&scene=inputs'

/** A platform that keeps nothing by itself, or what another visit has left. */
function platform(before?: Scorm12API): Scorm12API {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 })
  const kept = ['cmi.suspend_data', 'cmi.core.lesson_location', 'cmi.core.lesson_status', 'cmi.core.score.raw']
  if (before)
    api.loadFromFlattenedJSON(Object.fromEntries(kept.map((name) => [name, before.getFlattenedCMI()[name]])), '')
  return api
}

const begun = () => Date.now() - 3_723_000
const say = (api: Scorm12API, name: string) => String(api.getFlattenedCMI()[name])

/** Through so many scenes, each question answered. */
const through = ({ scenes }: Lesson, count: number): CourseProgress =>
  new Map(scenes.slice(0, count).map(({ id, ask }) => [id, ask ? ANSWERED : null]))

test('a lesson is complete when all its scenes were seen, and its score is the part of its questions that was answered right', () => {
  const api = platform()
  const record = openRecord(api, begun())
  expect(say(api, 'cmi.core.lesson_status')).toBe('incomplete')
  record.write(PLACE, { lesson: NEURON, progress: through(NEURON, 3), scored: true })
  expect(say(api, 'cmi.core.lesson_status')).toBe('incomplete')
  expect(say(api, 'cmi.core.score.raw')).toBe('30')
  const all = new Map([...through(NEURON, 9), [NEURON.scenes[9].id, { wrong: 2, right: false, shown: true }]])
  record.write(PLACE, { lesson: NEURON, progress: all, scored: true })
  expect(say(api, 'cmi.core.lesson_status')).toBe('completed')
  expect(say(api, 'cmi.core.score.raw')).toBe('90')
  expect([say(api, 'cmi.core.score.min'), say(api, 'cmi.core.score.max')]).toEqual(['0', '100'])
})

test('the next visit finds where one was and how far one had come', () => {
  const first = platform()
  const record = openRecord(first, begun())
  record.write(PLACE, { lesson: NEURON, progress: through(NEURON, 8), scored: true })
  record.finish()
  const second = openRecord(platform(first), begun())
  expect(second.place).toBe(PLACE)
  expect(second.progress).toEqual(through(NEURON, 8))
})

test('what was completed stays so, and the time of a visit is told', () => {
  const first = platform()
  const record = openRecord(first, begun())
  record.write(PLACE, { lesson: NEURON, progress: through(NEURON, 10), scored: true })
  const second = platform(first)
  const again = openRecord(second, begun())
  again.write(PLACE, { lesson: NEURON, progress: through(NEURON, 1), scored: true })
  again.finish()
  expect(say(second, 'cmi.core.lesson_status')).toBe('completed')
  expect(say(second, 'cmi.core.session_time')).toMatch(/^(00)?01:02:03/)
})

test('the page without a lesson is complete at once, and is found again at its moment', () => {
  const first = platform()
  const moment = '#v=1&program=x%20%3D%202%0Af%20%3D%20x%5E2&mode=reverse&pass=f&step=2'
  const record = openRecord(first, begun())
  record.write(moment)
  expect(say(first, 'cmi.core.lesson_status')).toBe('completed')
  expect(say(first, 'cmi.core.score.raw')).toBe('')
  record.finish()
  expect(openRecord(platform(first), begun()).place).toBe(moment)
})

test('a place that is too long for the platform is left out, and what it had before stays', () => {
  const api = platform()
  const record = openRecord(api, begun())
  record.write('#v=1&program=x')
  record.write(`#v=1&program=${'x'.repeat(5000)}`)
  expect(say(api, 'cmi.suspend_data')).toBe('#v=1&program=x')
  expect(say(api, 'cmi.core.lesson_location')).toBe('')
})

test('an exam has no score before it is handed in', () => {
  const api = platform()
  const record = openRecord(api, begun())
  record.write(PLACE, { lesson: NEURON, progress: through(NEURON, 5), scored: false })
  expect(say(api, 'cmi.core.score.raw')).toBe('')
})

test('fifty scenes with their answers have room', () => {
  const lecture = lessonOf('lecture')
  const all = through(lecture, lecture.scenes.length)
  expect(progressText(all).length).toBeLessThan(4096 / 2)
  expect(progressIn(progressText(all))).toEqual(all)
})

test('of what the platform gives only what is progress is taken', () => {
  for (const text of ['', 'null', '{', '[1]', '{"a":1,"b":"3x","c":"-1r","d":{}}', '#v=1'])
    expect(progressIn(text).size).toBe(0)
  expect(progressIn('{"a":"","b":"2s"}')).toEqual(
    new Map([
      ['a', null],
      ['b', { wrong: 2, right: false, shown: true }],
    ]),
  )
})

test('the platform is found in the frames around the page and in what opened it; closed windows are passed by', () => {
  const api = {} as CoursePlatform
  const window = (more: object) => {
    const made: Record<string, unknown> = { opener: null, ...more }
    made.parent ??= made
    made.top ??= made.parent
    return made as unknown as Window
  }
  const lms = window({ API: api })
  const closed = Object.defineProperty(window({ parent: lms }), 'API', {
    get() {
      throw new Error('another origin')
    },
  })
  expect(platformOf(window({ parent: window({ parent: lms }) }))).toBe(api)
  expect(platformOf(window({ parent: closed }))).toBe(api)
  expect(platformOf(window({ opener: window({ parent: lms }) }))).toBe(api)
  expect(platformOf(window({}))).toBeNull()
})
