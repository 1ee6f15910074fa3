import type { Move } from '../../lessons/lesson.ts'
import type { Moment } from '../choices/all.ts'
import { compiled, isCompiled } from '../compiled.ts'
import { addAnother } from '../growing.ts'
import { later } from '../later.ts'
import { links } from '../links.ts'
import { toEnd } from '../playback.ts'
import { change, now } from '../store.ts'
import { finishSteps, takeSteps } from './stepping.ts'

const keeping = later('What keeps a program beside', () => import('../beside/kept.ts'))
const training = later('Training', () => import('../training.ts'))

/** What a move does. `besides` is what a link must not take back. Resolves when it is under way, and the program is there. */
const DOES: Readonly<Record<Move['move'], (move: Move, besides: Moment) => unknown>> = {
  next: ({ count = 1 }) => takeSteps(count),
  end: toEnd,
  link: async ({ link = '#v=1' }, besides) => (await links.get()).goToFragment(link, besides),
  input: () => addAnother('input'),
  output: () => addAnother('output'),
  train: async ({ count = 1 }) => {
    const { stepTraining } = await training.get()
    for (let step = 0; step < count; step++) stepTraining()
  },
  tell: () => {},
}

/** Makes a move, in its time. */
export async function make(move: Move, besides: Moment): Promise<void> {
  finishSteps()
  if (move.beside) (await keeping.get()).keepBeside()
  await DOES[move.move](move, besides)
  if (!isCompiled(now())) await compiled()
}

/** Makes moves at once, as if they had been made before. */
export async function makeAtOnce(moves: readonly Move[], besides: Moment): Promise<void> {
  for (const move of moves) {
    // The loop’s steps are taken again from the start, which gives the same numbers.
    if (move.move === 'train') train(move.count ?? 1)
    else await make(move, besides)
    finishSteps()
  }
}

const train = (count: number) => change({ trainingReached: { steps: now().trainingReached.steps + count } })
