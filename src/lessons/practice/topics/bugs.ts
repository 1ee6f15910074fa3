import { askBug } from '../asking/bug.ts'
import { writeBroadcast } from './arrays.ts'
import { branches, hasBranch } from './branches.ts'
import { products } from './products.ts'
import type { PracticeTopic } from './topic.ts'

export const bugs: PracticeTopic = {
  ...{ name: 'bugs', title: 'Find the bug', gist: 'A broken engine: which number is the first wrong one?', outputs: 1 },
  write: (draw, level) => {
    if (level > 1 && draw.below(4) === 0) return writeBroadcast(draw, level)
    return draw.of([branches, branches, products]).write(draw, level)
  },
  shows: (program) => program.graph.size > 3 || hasBranch(program),
  asks: [askBug],
}
