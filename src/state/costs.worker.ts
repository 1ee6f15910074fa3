import '../primitives/late.ts'
import type { Primal } from '../autodiff/pass.ts'
import { answer, type CostRequest } from './costQuestions.ts'
import { serve } from './serve.ts'

/** Counts what takes long off the main thread. */
serve<CostRequest, unknown, Primal>(({ kind, asks }, primal) => answer(primal, kind, asks as never))
