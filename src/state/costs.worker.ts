import type { Primal } from '../autodiff/pass.ts'
import { answer, type Kind, type Questions } from './costing.ts'
import { reply, serve } from './serve.ts'

/** A question about a point; it is left out where it is that of the question before, since copying it takes long. */
export interface CostsRequest {
  readonly primal?: Primal
  readonly kind: Kind
  readonly asks: Questions[Kind]['asks']
}

let known: Primal | null = null

/** Counts what takes long off the main thread: an answer for each question, in their order. */
serve<CostsRequest>(({ primal, kind, asks }) => {
  known = primal ?? known
  if (known) reply(answer(known, kind, asks as never))
})
