import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { answer, type Kind, type Questions } from './costing.ts'
import type { CostsRequest } from './costs.worker.ts'

/** Numbers and edges of all passes up to which counting is quicker than asking. */
const QUICK = 60_000

/** Whether questions about the point are answered at once. */
export function isQuick({ graph }: Primal): boolean {
  const { offset, size, firstEdge } = graph
  return (passCount(graph, 'forward') + passCount(graph, 'reverse')) * (offset[size] + firstEdge[size]) < QUICK
}

let asked: Primal | null = null
let worker: Worker | null = null
let waiting: ((answer: never) => void)[] = []

/** The answer, from a worker where it takes long. What was asked about the point before is never answered then. */
export function ask<K extends Kind>(
  primal: Primal,
  kind: K,
  asks: Questions[K]['asks'],
  then: (answer: Questions[K]['answer']) => void,
): void {
  if (isQuick(primal)) then(answer(primal, kind, asks))
  else {
    if (primal !== asked) begin(primal)
    waiting.push(then)
    send({ kind, asks })
  }
}

function begin(primal: Primal): void {
  if (waiting.length > 0) worker?.terminate()
  if (waiting.length > 0 || !worker) worker = started()
  waiting = []
  asked = primal
  send({ primal })
}

function started(): Worker {
  const fresh = new Worker(new URL('./costs.worker.ts', import.meta.url), { type: 'module' })
  fresh.onmessage = ({ data }: MessageEvent) => waiting.shift()?.(data as never)
  return fresh
}

const send = (request: CostsRequest): void => worker?.postMessage(request)
