import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { answer, type Kind, type Questions } from './costing.ts'
import type { CostsRequest } from './costs.worker.ts'

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

let worker: Worker | null = null
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
  worker ??= started()
  if (next.primal !== known) send({ primal: next.primal })
  known = next.primal
  send(next.request)
}

function started(): Worker {
  const fresh = new Worker(new URL('./costs.worker.ts', import.meta.url), { type: 'module' })
  fresh.onmessage = ({ data }: MessageEvent) => {
    const answered = underWay
    underWay = null
    if (answered?.primal === latest) answered?.then(data as never)
    askNext()
  }
  return fresh
}

const send = (request: CostsRequest): void => worker?.postMessage(request)
