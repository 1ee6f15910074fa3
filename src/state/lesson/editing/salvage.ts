import { checkValue, sceneProblems } from '../../../lessons/checker.ts'
import {
  ANSWER_KINDS,
  type Lesson,
  type LessonQuestion,
  type LessonScene,
  MOVES,
  type Move,
} from '../../../lessons/lesson.ts'
import { freeName } from './changes.ts'

/** A lesson to be edited, however broken its file is. */
export interface Salvaged {
  /** Null where there is nothing to edit. */
  readonly lesson: Lesson | null
  /** What the checker says of the file. */
  readonly problems: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a lesson file for the editor. The checker leaves out what is not sound; here it is kept as far as it can be shown,
 * so that it can be put right.
 */
export function salvaged(text: string): Salvaged {
  const value = parsed(text)
  const { lesson, problems } = checkValue(value)
  if (!isFields(value) || !Array.isArray(value.scenes)) return { lesson: null, problems }
  const scenes = withOwnNames(value.scenes.filter(isFields).map(sceneFrom))
  if (scenes.length === 0) return { lesson: null, problems }
  const head: Fields = lesson ?? value
  return {
    lesson: {
      ...head,
      gradual: 1,
      title: wordsOf(value.title) || 'A lesson',
      language: wordsOf(value.language) || 'en',
      scenes,
    },
    problems,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : ''

/** What is of another type than it should be is left out; what only has a wrong value stands as it is, and is told. */
function sceneFrom(given: Fields): LessonScene {
  const scene = given as LessonScene
  if (sceneProblems(scene).length === 0) return scene
  const { title, notes, show, ask, reveal, ...rest } = given
  return {
    ...rest,
    ...{ id: wordsOf(given.id) || 'scene', moment: wordsOf(given.moment) || '#v=1', text: wordsOf(given.text) },
    ...(wordsOf(title) && { title: wordsOf(title) }),
    ...(wordsOf(notes) && { notes: wordsOf(notes) }),
    ...(Array.isArray(show) && { show: show.map(wordsOf).filter(Boolean) }),
    ...(isFields(ask) && { ask: questionFrom(ask) }),
    ...(Array.isArray(reveal) && { reveal: reveal.filter(isFields).map(moveFrom) }),
  }
}

function questionFrom(given: Fields): LessonQuestion {
  const { choices, slips, hint, ...rest } = given
  return {
    ...rest,
    ...{ question: wordsOf(given.question), of: wordsOf(given.of) },
    kind: ANSWER_KINDS.find((kind) => kind === given.kind) ?? 'number',
    ...(wordsOf(hint) && { hint: wordsOf(hint) }),
    ...(Array.isArray(choices) && { choices: choices.map(wordsOf) }),
    ...(Array.isArray(slips) && {
      slips: slips
        .filter(isFields)
        .map((each) => ({ ...each, answer: wordsOf(each.answer), slip: wordsOf(each.slip) })),
    }),
  }
}

function moveFrom(given: Fields): Move {
  const { count, link, says, show, ...rest } = given
  return {
    ...rest,
    move: MOVES.find((move) => move === given.move) ?? 'tell',
    ...(typeof count === 'number' && { count }),
    ...(wordsOf(link) && { link: wordsOf(link) }),
    ...(wordsOf(says) && { says: wordsOf(says) }),
    ...(Array.isArray(show) && { show: show.map(wordsOf).filter(Boolean) }),
  }
}

/** Of two scenes of one name the editor could not tell which is meant. */
function withOwnNames(scenes: readonly LessonScene[]): LessonScene[] {
  const seen = new Set<string>()
  return scenes.map((scene) => {
    const id = freeName(scene.id, (name) => seen.has(name))
    seen.add(id)
    return id === scene.id ? scene : { ...scene, id }
  })
}
