import type { Graph } from '../../graph/graph.ts'
import { listed } from '../../language/words.ts'
import { displayName } from '../../notation/names.ts'
import { full } from '../../notation/numbers.ts'
import { spokenNumber } from '../../notation/spokenNumbers.ts'
import { shapeText } from '../../primitives/shape.ts'
import { nameAt } from '../keys/places.ts'
import type { AnswerWords, RightAnswer } from './judgement.ts'

/** An answer as it is shown and said. */
export function answerWords(right: RightAnswer, graph: Graph): AnswerWords {
  if (right.form === 'value') return { shown: full(right.value), spoken: spokenNumber(right.value) }
  if (right.form === 'token') return { shown: right.token, spoken: right.token }
  if (right.form === 'shape') return shapeWordsOf(right.shape)
  const names = right.nodes.map((node) => nameAt(graph, node))
  const link = (all: readonly string[]) => (right.every ? listed(all) : all.join(' or '))
  return { shown: link(names.map(displayName)), spoken: link(names) }
}

function shapeWordsOf(shape: readonly number[]): AnswerWords {
  if (shape.length === 0) return { shown: 'a number', spoken: 'a number' }
  return { shown: shapeText(shape), spoken: shape.join(' by ') }
}
