import type { NodeIndex } from '../../../graph/graph.ts'
import { answerWords } from '../answerWords.ts'
import { nodesWritten } from '../nodeText.ts'
import { type AnswerKindRecord, type KeyedQuestion, RIGHT, slipByText, unreadable, wrong } from './kind.ts'

export const nodeAnswer: AnswerKindRecord = {
  kind: 'node',
  taking: ({ key: { right } }) => {
    const several = right.form === 'nodes' && right.every && right.nodes.length > 1
    return { by: 'node', label: several ? 'Click the nodes' : 'Click the node', several }
  },
  judge: (keyed, given) => {
    const { setting, question, key } = keyed
    const nodes = nodesWritten(setting.graph, given)
    const byText = slipByText(question, given)
    if ('message' in nodes) return byText === null ? unreadable(nodes.message) : wrong(byText)
    return isRight(keyed, nodes) ? RIGHT : wrong(byText ?? ownSlip(keyed, nodes) ?? key.slipOf?.({ nodes }) ?? null)
  },
  words: ({ key, setting }) => answerWords(key.right, setting.graph),
}

/** One of those that are right, or all of them where all are asked for. */
function isRight({ key: { right } }: KeyedQuestion, given: readonly NodeIndex[]): boolean {
  if (right.form !== 'nodes') return false
  const areRight = given.every((node) => right.nodes.includes(node))
  return areRight && given.length === (right.every ? right.nodes.length : 1)
}

function ownSlip({ setting, question }: KeyedQuestion, given: readonly NodeIndex[]): string | null {
  for (const { answer, slip } of question.slips ?? []) {
    const nodes = nodesWritten(setting.graph, answer)
    if (!('message' in nodes) && nodes.length === given.length && nodes.every((node) => given.includes(node)))
      return slip
  }
  return null
}
