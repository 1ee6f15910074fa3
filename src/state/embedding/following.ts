import { narrate } from '../../trace/narration/index.ts'
import { choiceNames, recordOf } from '../choices/all.ts'
import { later } from '../later.ts'
import { placeSaid } from '../linkPlace.ts'
import { frameAtHand, modeAtHand } from '../session.ts'
import { settled } from '../settled.ts'
import { now, type State, useGradual } from '../store.ts'
import { tell } from './host.ts'
import { stateSaid } from './stateSaid.ts'

/** Milliseconds without a change after which the state is told. */
const RESTS = 100

const SAID: readonly (keyof State)[] = [
  ...choiceNames.filter((name) => recordOf(name).link),
  ...(['compilation', 'told'] as const),
]
const STEPS: readonly (keyof State)[] = ['position', 'shown', 'compilation', 'told', 'hide', 'seeds']

const differs = (a: State, b: State, fields: readonly (keyof State)[]) => fields.some((field) => a[field] !== b[field])

const answers = later('What tells answers', () => import('./answers.ts'))

/** Tells the host of each step, of the state when it rests, and of answers; until what it gives back is called. */
export function followState(): () => void {
  const rests = settled(tellState, RESTS)
  const stopAnswers = { of: () => {} }
  const asks = ({ lesson, predicting }: State) => lesson !== null || predicting !== null
  const listen = () => asks(now()) && void answers.ask()
  void answers.here.then(({ followAnswers }) => Object.assign(stopAnswers, { of: followAnswers() }))
  const stop = useGradual.subscribe((state, before) => {
    if (differs(state, before, STEPS)) tellStep(state)
    if (differs(state, before, SAID)) rests.soon()
    listen()
  })
  listen()
  tellStep(now())
  rests.soon()
  return () => {
    stop()
    rests.stop()
    stopAnswers.of()
  }
}

async function tellState(): Promise<void> {
  tell({ type: 'state', ...(await stateSaid()) })
}

/** Each step is told as it begins. */
function tellStep(state: State): void {
  const frame = frameAtHand(state)
  const pass = placeSaid(state)?.pass
  if (!frame || pass === undefined || state.position.race) return
  const { sentence } = narrate(frame)
  tell({ type: 'step', mode: modeAtHand(state), pass, step: frame.step, of: frame.pass.steps.length, sentence })
}
