import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { answer, type Kind, type Questions } from './costing.ts'
import type { CostsRequest } from './costs.worker.ts'
import { helper } from './worker.ts'

/** Numbers and edges of all passes up to which counting is quicker than asking. */
const QUICK = 20_000

/** Whether questions about the point are answered at once. */
export function isQuick({ graph }: Primal): boolean {
  const { offset, size, firstEdge } = graph
  return (passCount(graph, 'forward') + passCount(graph, 'reverse')) * (offset[size] + firstEdge[size]) < QUICK
}

interface Asked {
  readonly primal: Primal
  readonly request: CostsRequest
  readonly then: (answer: never) => void
}

/** The point that the worker knows, and the one that is asked about now. */
let known: Primal | null = null
let latest: Primal | null = null
let underWay: Asked | null = null
let waiting: Asked[] = []

/** The answer, from a worker where it takes long. What was asked about the point before is then left unanswered. */
export function ask<K extends Kind>(
  primal: Primal,
  kind: K,
  asks: Questions[K]['asks'],
  then: (answer: Questions[K]['answer']) => void,
): void {
  if (primal !== latest) waiting = []
  latest = primal
  if (isQuick(primal)) then(answer(primal, kind, asks))
  else {
    waiting.push({ primal, request: { kind, asks }, then })
    askNext()
  }
}

/** One question at a time. */
function askNext(): void {
  const next = underWay ? undefined : waiting.shift()
  if (!next) return
  underWay = next
  const { primal, request } = next
  const isSent = worker.ask(primal === known ? request : { ...request, primal })
  known = primal
  if (!isSent) answerHere()
}

const worker = helper<CostsRequest, unknown>({
  sentence: 'The worker that counts costs does not run: the page may halt while they are counted.',
  start: () => new Worker(new URL('./costs.worker.ts', import.meta.url), { type: 'module' }),
  hear: settle,
  failed: answerHere,
})

/** The worker that comes next knows no point. */
function answerHere(): void {
  known = null
  const asked = underWay
  if (asked) setTimeout(() => settle(answer(asked.primal, asked.request.kind, asked.request.asks as never)))
}

function settle(reply: unknown): void {
  const answered = underWay
  underWay = null
  if (answered?.primal === latest) answered?.then(reply as never)
  askNext()
}
