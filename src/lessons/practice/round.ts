import type { Lesson, LessonScene } from '../lesson.ts'
import { askedIn } from '../questions/asked.ts'
import { settingOf } from '../questions/setting.ts'
import type { PracticeQuestion } from './asking/asking.ts'
import { Draw } from './draw.ts'
import { type PracticeProgram, practiceProgram } from './practiceProgram.ts'
import { nameOfRound, type PracticeRound } from './roundName.ts'
import { MIXED, TOPICS } from './topics/index.ts'
import type { PracticeTopic } from './topics/topic.ts'

/** Questions of a round. */
export const ROUND_LENGTH = 10
/** Most programs of a topic are unfit: too large in their numbers, or not about it. */
const MOST_TRIES = 2000

/** A round as a lesson: a scene for each question, and one at the end. Null where there is no such topic. */
export function practiceLesson(round: PracticeRound): Lesson | null {
  const topics = round.topic === MIXED ? TOPICS : TOPICS.filter(({ name }) => name === round.topic)
  if (topics.length === 0) return null
  const draw = new Draw(nameOfRound(round))
  const order = topics.length === 1 ? topics : draw.shuffled(topics)
  const first = draw.below(ROUND_LENGTH)
  const scenes = Array.from({ length: ROUND_LENGTH }, (_, place) =>
    sceneOf(round, order[place % order.length], place, first + Math.floor(place / order.length)),
  )
  const title = topics.length === 1 ? topics[0].title : 'A bit of everything'
  return {
    ...{ gradual: 1, title: `${TITLES[round.kind]}: ${title}, level ${round.level}`, language: 'en' },
    ...(round.kind === 'exam' ? { exam: true } : {}),
    scenes: [...scenes, endOf(round, scenes[scenes.length - 1])],
  }
}

const TITLES = { practice: 'Practice', exam: 'Exam' } as const

function sceneOf(round: PracticeRound, topic: PracticeTopic, place: number, turn: number): LessonScene {
  const draw = new Draw(`${nameOfRound(round)}.${place}`)
  const { program, asked } = drawn(draw, topic, round.level, turn)
  const { text, ask, reveal } = asked
  return {
    ...{ id: `q${place + 1}`, title: `Question ${place + 1} of ${ROUND_LENGTH}` },
    ...{ moment: `#v=1&program=${encodeURIComponent(program.source)}&${asked.place}&tab=graph`, text, ask },
    ...(round.kind === 'exam' ? {} : { reveal: [reveal] }),
  }
}

interface DrawnQuestion {
  readonly program: PracticeProgram
  readonly asked: PracticeQuestion
}

function drawn(draw: Draw, topic: PracticeTopic, level: PracticeRound['level'], turn: number): DrawnQuestion {
  const asks = [...topic.asks, ...(topic.asksBesides?.[level] ?? [])]
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const program = practiceProgram(topic.write(draw, level), level, topic.outputs)
    if (!program || topic.shows?.(program) === false) continue
    // What a program has nothing of is asked of another one, unless none seems to have it.
    const asked = asks[(turn + Math.floor(tries / 100)) % asks.length](program, draw)
    if (asked && isSound(program, asked)) return { program, asked }
  }
  throw new Error(`No question on ${topic.title} at level ${level}`)
}

/** Whether the engine has a key that is worth asking for: no number that anyone would guess, and none that looks like a slip’s. */
function isSound({ source, graph, setting, level }: PracticeProgram, { place, ask }: PracticeQuestion): boolean {
  const compiled = { graph, inputs: setting.inputs, language: setting.language, diagnostics: [] }
  const here = settingOf(source, compiled, Object.fromEntries(new URLSearchParams(place)))
  const asked = here && askedIn(here, ask)
  if (!asked || 'says' in asked) return false
  const { right } = asked
  const isGuessed = ask.kind !== 'count' && right.form === 'value' && (right.value === 0 || right.value === 1)
  return (level === 1 || !isGuessed) && asked.slips().every(({ shown }) => asked.judge(shown).verdict === 'wrong')
}

function endOf({ kind }: PracticeRound, { moment }: LessonScene): LessonScene {
  const text =
    kind === 'exam'
      ? 'These were all the questions. You can go back and change an answer until you hand in.'
      : 'These were all the questions.'
  return { id: 'end', title: 'The end', moment, text }
}
