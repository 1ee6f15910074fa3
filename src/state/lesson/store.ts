import { create } from 'zustand'
import type { Lesson, LessonScene, Move } from '../../lessons/lesson.ts'
import { now } from '../store.ts'

/** The lesson that is open. Where in it one is, the choices say (`state/choices/lesson.ts`). */
export interface LessonState {
  /** By which the choices mean it; null before any was loaded. */
  readonly name: string | null
  /** Null while it loads, and where it cannot be opened. */
  readonly lesson: Lesson | null
  /** What of the file was left out, and why. */
  readonly problems: readonly string[]
  /** Whether the user has left the scene to play with its program. */
  readonly away: boolean
}

/** It has a store of its own, since it loads with the first lesson. */
export const useLesson = create<LessonState>(() => ({ name: null, lesson: null, problems: [], away: false }))

/** The place of a scene, by its id; of one that is not there, the first. */
export const scenePlace = ({ scenes }: Lesson, scene: string | null): number =>
  Math.max(
    0,
    scenes.findIndex(({ id }) => id === scene),
  )

/** The scene that is open; null while there is none. */
export function sceneAtHand(): LessonScene | null {
  const { lesson } = useLesson.getState()
  return lesson?.scenes[scenePlace(lesson, now().scene)] ?? null
}

export const movesOf = ({ reveal = [] }: LessonScene): readonly Move[] => reveal

const CHANGING: ReadonlySet<string> = new Set(['input', 'output', 'link'])

/** Whether so many moves of the scene may have made another program of its own. */
export const changesProgram = ({ reveal = [] }: Pick<LessonScene, 'reveal'>, made: number): boolean =>
  reveal.slice(0, made).some(({ move }) => CHANGING.has(move))
