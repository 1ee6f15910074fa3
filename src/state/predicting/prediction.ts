import { shapeAt } from '../../graph/nodes.ts'
import type { LessonQuestion } from '../../lessons/lesson.ts'
import { type AskedQuestion, askedIn } from '../../lessons/questions/asked.ts'
import { settingOf } from '../../lessons/questions/setting.ts'
import { TEXT } from '../../notation/media.ts'
import { nodeName } from '../../notation/symbols.ts'
import { isFrameComplete } from '../../trace/frame.ts'
import type { Pass } from '../../trace/pass.ts'
import { questionId } from '../lesson/answers.ts'
import { placeSaid } from '../linkPlace.ts'
import { askedNow } from '../masking.ts'
import { frameAtHand, modeAtHand } from '../session.ts'
import type { State } from '../store.ts'
import { PREDICT } from './history.ts'

/** What the reader is to say before it is told. */
export interface PredictionAsked {
  /** What it is kept by: another program, pass or node is another one. */
  readonly id: string
  /** “v̄₂ = ?” */
  readonly says: string
  readonly asked: AskedQuestion
}

/** What is to be predicted now; null where the reader does not predict, or nothing is asked. */
export const predictionNow = (state: State): PredictionAsked | null => {
  if (state.predicting === null) return null
  const [atHand] = askedNow(state)
  if (atHand) return state.predicting === 'number' ? numberAt(state, atHand.pass, atHand.node) : null
  return state.predicting === 'node' ? nextNode(state) : null
}

function numberAt(state: State, pass: Pass, node: number): PredictionAsked | null {
  const { graph } = pass.primal
  const name = nodeName(graph, node)
  if (name === null || pass.second) return null
  const kind = pass.kind === 'primal' ? 'value' : pass.kind
  const seed = pass.seed === null ? '' : kind === 'tangent' ? ` by ${pass.seed}` : ` of ${pass.seed}`
  const symbol = kind === 'value' ? TEXT.symbol(graph, node) : TEXT.derivative(graph, node, kind)
  const of = `${kind} ${name}${seed}`
  const shape = shapeAt(graph, node)
  const says = `${symbol} = ?${shape.length > 0 ? ` (${shape.join('×')})` : ''}`
  return prediction(state, says, { question: says, kind: 'number', of })
}

function nextNode(state: State): PredictionAsked | null {
  const frame = frameAtHand(state)
  if (!frame || isFrameComplete(frame)) return null
  return prediction(state, 'Which node comes next?', { question: 'Which node comes next?', kind: 'node', of: 'next' })
}

function prediction(state: State, says: string, question: LessonQuestion): PredictionAsked | null {
  const { compilation } = state
  const moment = { ...placeSaid(state), mode: modeAtHand(state) }
  const setting = settingOf(compilation.source, compilation, moment, state.point)
  const asked = setting && askedIn(setting, question)
  if (!asked || 'says' in asked) return null
  const { pass, step } = moment
  const what = question.of === 'next' ? `next ${pass} ${step}` : question.of
  return { id: questionId(PREDICT, `${what} in ${summary(compilation.source)}`), says, asked }
}

/** Enough of a program to tell it from others in a list. */
const summary = (source: string): string => source.replace(/\s+/g, ' ').trim().slice(0, 120)
