import { gradual } from './gradual.ts'
import { jaxJs } from './jaxJs.ts'
import { BATCH, type Trainer, WIDTHS } from './network.ts'
import { tfjs } from './tfjs.ts'

const UPDATES = 200
const ROUNDS = 12

async function secondsOf(trainer: Trainer): Promise<number> {
  const start = performance.now()
  await trainer.train(UPDATES)
  return (performance.now() - start) / 1000
}

/** Rounds take turns, and the fastest of each counts, since the machine is not quiet. */
const trainers = [gradual(), await jaxJs(), await tfjs()]
const best = trainers.map(() => Number.POSITIVE_INFINITY)
const losses: number[] = []
for (let round = 0; round < ROUNDS; round++)
  for (const [i, trainer] of trainers.entries()) {
    best[i] = Math.min(best[i], await secondsOf(trainer))
    losses[i] = await trainer.loss()
  }

console.log(`\n${WIDTHS.join('-')} with tanh, cross-entropy, batches of ${BATCH}, gradient descent`)
console.table(
  trainers.map(({ name }, i) => ({
    engine: name,
    'updates a second': Math.round(UPDATES / best[i]),
    'times ours': Number((best[i] / best[0]).toFixed(2)),
    [`loss after ${UPDATES * ROUNDS}`]: Number(losses[i].toPrecision(6)),
  })),
)
