/** A round of practice, as a lesson’s name says it: `practice.branches.2.17`; `exam.branches.2.17` tells nothing until it is handed in. */
export interface PracticeRound {
  readonly kind: 'practice' | 'exam'
  readonly topic: string
  readonly level: 1 | 2 | 3
  /** The same seed gives everyone the same questions. */
  readonly seed: number
}

export const LEVELS = [1, 2, 3] as const
export const MOST_SEED = 999_999

const NAME = /^(practice|exam)\.([a-z]+)\.([123])\.(\d{1,6})$/

/** Null where the name is none of a round. */
export function roundNamed(name: string): PracticeRound | null {
  const [, kind, topic, level, seed] = NAME.exec(name) ?? []
  if (!kind) return null
  return {
    ...{ kind: kind as PracticeRound['kind'], topic, seed: Number(seed) },
    level: Number(level) as PracticeRound['level'],
  }
}

export const nameOfRound = ({ kind, topic, level, seed }: PracticeRound): string => [kind, topic, level, seed].join('.')
