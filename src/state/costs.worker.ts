import type { Primal } from '../autodiff/pass.ts'
import { answer, type Kind, type Questions } from './costing.ts'

/** A point, or a question about the last one. */
export type CostsRequest = { readonly primal: Primal } | { readonly kind: Kind; readonly asks: Questions[Kind]['asks'] }

let primal: Primal | null = null

/** Counts what takes long off the main thread: an answer for each question, in their order. */
self.onmessage = ({ data }: MessageEvent<CostsRequest>) => {
  if ('primal' in data) primal = data.primal
  else if (primal) self.postMessage(answer(primal, data.kind, data.asks as never))
}
