import { activations } from './activations.ts'
import { conv } from './arrays/conv.ts'
import { furtherArrays } from './arrays/further.ts'
import { logsoftmax, softmax } from './arrays/softmax.ts'
import { stopGradient } from './cuts.ts'
import { furtherNumbers } from './furtherNumbers.ts'
import { register } from './index.ts'
import { inverseHyperbolic } from './inverseHyperbolic.ts'
import { inverseTrigonometric } from './inverseTrigonometric.ts'
import { norms } from './norms.ts'
import { positions } from './positions.ts'
import { special } from './special.ts'
import { spreads } from './spread.ts'

/*
 * Operations that join the registry with the compiler: the first picture does without them, and is there sooner.
 */
register([...inverseTrigonometric, ...inverseHyperbolic, conv, softmax, logsoftmax], { yields: false })

// In programs that were written before the language had these, their names may be those of values.
register(
  [...furtherNumbers, ...special, ...activations, stopGradient, ...norms, ...spreads, ...positions, ...furtherArrays],
  {
    yields: true,
  },
)
