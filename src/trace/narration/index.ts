import type { NodeIndex } from '../../graph/graph.ts'
import { whereTold } from '../../notation/asked.ts'
import type { Frame } from '../pass.ts'
import { isStepTold } from '../withheld.ts'
import { type Maths, mathsOf, type StepMaths } from './maths.ts'
import { notesOf } from './notes.ts'
import { type PatternSeen, patternSeen } from './pattern.ts'
import { type Reads, readsOf } from './reads.ts'
import { type RunningLine, runningOf } from './running.ts'
import { secondMaths, secondReads } from './secondStep.ts'
import { openingSentence, sentence } from './sentence.ts'
import { type Situation, situationOf } from './situation.ts'
import type { Words } from './voice.ts'

export type { Maths, PatternSeen, Reads, RunningLine, StepMaths, Words }

/** All there is to say about the step at hand. Prose is plain text; mathematics is LaTeX, with speech beside it. */
export interface Narration {
  /** What happens and why; before the first step, what the pass is about to do. */
  readonly sentence: string
  /** The same, to be said. */
  readonly speech: string
  /** The node that it speaks of; null before the first step. What follows is then empty. */
  readonly node: NodeIndex | null
  readonly maths: StepMaths | null
  /** The running sum, term by term. */
  readonly running: readonly RunningLine[]
  /** Lines of the running sum that are left out. */
  readonly omitted: number
  readonly pattern: PatternSeen | null
  /** What is read from the tape. */
  readonly reads: Reads | null
  /** Conventions, NaN and ∞ explained, and what the pass does not reach. */
  readonly notes: readonly Words[]
}

const NOTHING = { node: null, maths: null, running: [], omitted: 0, pattern: null, reads: null, notes: [] }

/** Tells the step that the frame has just completed, or whose terms are arriving. */
export function narrate(frame: Frame): Narration {
  const situation = situationOf(frame)
  if (!situation) {
    const { text, speech } = openingSentence(frame.pass)
    return { sentence: text, speech, ...NOTHING }
  }
  return whereTold(isStepTold(frame.pass, situation.node), () => told(frame, situation))
}

function told(frame: Frame, situation: Situation): Narration {
  const { text, speech } = sentence(situation)
  const { lines, omitted } = runningOf(situation)
  return {
    ...{ sentence: text, speech, node: situation.node, running: lines, omitted },
    ...(frame.pass.second
      ? { maths: secondMaths(situation), pattern: null, reads: secondReads(situation), notes: [] }
      : {
          maths: mathsOf(situation),
          pattern: patternSeen(situation),
          reads: readsOf(situation),
          notes: notesOf(situation),
        }),
  }
}
