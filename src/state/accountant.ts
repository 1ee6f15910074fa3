import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { answer, type CostQuestion, type CostRequest, type Questions } from './costQuestions.ts'
import { helper } from './worker.ts'

/** Numbers and edges of all passes up to which counting is quicker than asking. */
const QUICK = 20_000

/** Whether questions about the point are answered at once. */
function isQuick({ graph }: Primal): boolean {
  const { offset, size, firstEdge } = graph
  return (passCount(graph, 'forward') + passCount(graph, 'reverse')) * (offset[size] + firstEdge[size]) < QUICK
}

const worker = helper<CostRequest, unknown, Primal>({
  start: () => new Worker(new URL('./costs.worker.ts', import.meta.url), { type: 'module' }),
  instead: {
    sentence: 'The worker that counts costs does not run: the page may halt while they are counted.',
    answer: ({ kind, asks }, primal) => answer(primal, kind, asks as never),
  },
})

/** The point that is asked about now. */
let latest: Primal | null = null

/** The answer, from a worker where it takes long. What was asked about the point before is then left unanswered. */
export function ask<K extends CostQuestion>(
  primal: Primal,
  kind: K,
  asks: Questions[K]['asks'],
  then: (answer: Questions[K]['answer']) => void,
): void {
  const turn = primal === latest ? 'queued' : 'latest'
  latest = primal
  if (isQuick(primal)) then(answer(primal, kind, asks))
  else
    void worker.ask({ kind, asks }, { turn, about: primal }).then((reply) => {
      if (primal === latest) then(reply as Questions[K]['answer'])
    })
}
