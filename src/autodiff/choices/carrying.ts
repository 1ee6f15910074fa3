import { type EdgeIndex, PLAIN, WITHIN } from '../../graph/graph.ts'
import { Runs } from '../../primitives/loops.ts'
import type { Evaluated, Mode } from '../pass.ts'
import { pull, push, type Sums, wiringOf } from '../sweep.ts'
import type { SweepChoices } from './sweepChoices.ts'

/** Takes what an edge contributes to where it goes. */
export function carry(tape: Evaluated, mode: Mode, edge: EdgeIndex, sums: Sums, choices: SweepChoices): void {
  const bring = () => (mode === 'forward' ? push : pull)(tape, edge, sums)
  const brought = choices.broadcast === 'first' && mode === 'reverse' ? () => fromFirst(tape, edge, sums, bring) : bring
  if (choices.sums === 'add') brought()
  else inPlaceOf(tape, mode, edge, sums, brought)
}

/** What comes takes the place of what was there; where nothing comes, that stays. */
function inPlaceOf({ graph }: Evaluated, mode: Mode, edge: EdgeIndex, sums: Sums, bring: () => void): void {
  const node = mode === 'forward' ? graph.consumer[edge] : graph.operand[edge]
  const [from, to] = [graph.offset[node], graph.offset[node + 1]]
  const before = { numbers: sums.numbers.slice(from, to), present: sums.present.slice(from, to) }
  sums.numbers.fill(0, from, to)
  sums.present.fill(0, from, to)
  bring()
  for (let entry = from; entry < to; entry++) {
    if (sums.present[entry]) continue
    sums.numbers[entry] = before.numbers[entry - from]
    sums.present[entry] = before.present[entry - from]
  }
}

const runs = new Runs()

/** Of the copies that broadcasting has made of an entry, only the first sends anything back. */
function fromFirst(tape: Evaluated, edge: EdgeIndex, sums: Sums, bring: () => void): void {
  const { plan, plans, consumer, offset } = tape.graph
  const node = consumer[edge]
  if (plan[node] === PLAIN || plan[node] === WITHIN || plans[plan[node]].kind !== 'elementwise') {
    bring()
    return
  }
  const { extents, row, column } = wiringOf(tape, edge)
  const before = sums.present.slice(offset[node], offset[node + 1])
  const seen = new Set<number>()
  runs.begin(extents, row, column)
  do {
    for (let turn = 0; turn < runs.length; turn++) {
      const entry = runs.b + turn * runs.stepB
      if (seen.has(entry)) sums.present[offset[node] + runs.a + turn * runs.stepA] = 0
      seen.add(entry)
    }
  } while (runs.next())
  bring()
  sums.present.set(before, offset[node])
}
