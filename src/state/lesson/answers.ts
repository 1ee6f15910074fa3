import { create } from 'zustand'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Judgement } from '../../lessons/questions/judgement.ts'
import { read, write } from '../storage.ts'

/** An answer that was given, and what it came to. */
export interface Attempt {
  readonly given: string
  readonly judgement: Judgement
}

/** What became of a question, as the browser keeps it. */
export interface Outcome {
  /** Attempts before it was answered right, or so far. */
  readonly wrong: number
  readonly right: boolean
  /** Whether the answer was shown first: it then counts for nothing. */
  readonly shown: boolean
  /** When it was last worked on, in ms. */
  readonly at: number
}

/** By lesson and scene. */
export type Outcomes = Readonly<Record<string, Outcome>>

interface Answers {
  readonly outcomes: Outcomes
  /** The last attempt at each question in this visit. */
  readonly last: Readonly<Record<string, Attempt>>
}

const KEY = 'gradual:answers'
/** Of so many questions the outcomes are kept; the oldest give way. */
const MOST = 500

const isOutcome = (value: unknown): value is Outcome => {
  const { wrong, right, shown, at } = Object(value) as Partial<Outcome>
  return [typeof wrong, typeof right, typeof shown, typeof at].join() === 'number,boolean,boolean,number'
}

const kept = (): Outcomes =>
  Object.fromEntries(Object.entries(Object(read(KEY))).filter((each): each is [string, Outcome] => isOutcome(each[1])))

/** The user’s answers: they stay in this browser. */
export const useAnswers = create<Answers>(() => ({ outcomes: kept(), last: {} }))

/** A question is known by its lesson and its scene. */
export const questionId = (lesson: string, scene: string): string => `${lesson}/${scene}`

const NONE: Omit<Outcome, 'at'> = { wrong: 0, right: false, shown: false }

function note(id: string, change: (before: Omit<Outcome, 'at'>) => Omit<Outcome, 'at'>): void {
  const { outcomes } = useAnswers.getState()
  const all = { ...outcomes, [id]: { ...change(outcomes[id] ?? NONE), at: Date.now() } }
  const latest = Object.entries(all).sort(([, a], [, b]) => b.at - a.at)
  useAnswers.setState({ outcomes: Object.fromEntries(latest.slice(0, MOST)) })
  write(KEY, useAnswers.getState().outcomes)
}

/** Keeps what an answer has come to; one that cannot be read is no attempt. After the answer was shown nothing counts. */
export function noteAttempt(id: string, attempt: Attempt): void {
  useAnswers.setState(({ last }) => ({ last: { ...last, [id]: attempt } }))
  const { verdict } = attempt.judgement
  if (verdict === 'unreadable') return
  note(id, (before) =>
    before.right || before.shown
      ? before
      : { ...before, right: verdict === 'right', wrong: before.wrong + Number(verdict === 'wrong') },
  )
}

/** Keeps the last answer of an exam: until it is handed in, another one takes its place. */
export function noteInExam(id: string, attempt: Attempt): void {
  useAnswers.setState(({ last }) => ({ last: { ...last, [id]: attempt } }))
  const { verdict } = attempt.judgement
  if (verdict === 'unreadable') return
  note(id, (before) => ({ ...before, right: verdict === 'right', wrong: Number(verdict === 'wrong') }))
}

/** An exam is handed in once for all: what stands for its end is the outcome of its last scene. */
export const handIn = (lesson: string, { scenes }: Lesson): void => noteShown(endId(lesson, scenes))

/** Whether answers are told and shown: always, but in an exam that is not handed in. */
export const tellsAnswers = ({ outcomes }: Answers, lesson: string, { exam, scenes }: Lesson): boolean =>
  exam !== true || outcomes[endId(lesson, scenes)]?.shown === true

const endId = (lesson: string, scenes: Lesson['scenes']): string => questionId(lesson, scenes[scenes.length - 1].id)

/** The answer was shown. */
export const noteShown = (id: string): void =>
  note(id, (before) => ({ ...before, shown: before.shown || !before.right }))

/** Another try: the last attempt is taken off the screen. */
export const tryAgain = (id: string): void =>
  useAnswers.setState(({ last: { [id]: _, ...others } }) => ({ last: others }))

/** Forgets the answers of one lesson. */
export function forgetAnswersOf(lesson: string): void {
  const others = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !id.startsWith(questionId(lesson, ''))))
  useAnswers.setState(({ outcomes, last }) => ({ outcomes: others(outcomes), last: others(last) }))
  write(KEY, useAnswers.getState().outcomes)
}

/** The answers of one lesson as they were kept elsewhere, in place of those that this browser has. */
export function replaceAnswersOf(lesson: string, outcomes: Outcomes): void {
  forgetAnswersOf(lesson)
  useAnswers.setState((before) => ({ outcomes: { ...before.outcomes, ...outcomes } }))
  write(KEY, useAnswers.getState().outcomes)
}

/** Forgets all answers. */
export function forgetAnswers(): void {
  useAnswers.setState({ outcomes: {}, last: {} })
  write(KEY, {})
}
