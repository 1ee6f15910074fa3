import { activations } from './activations.ts'
import { conv } from './arrays/conv.ts'
import { furtherArrays } from './arrays/further.ts'
import { broadcastOut, flatten, reshape } from './arrays/reshape.ts'
import { logsoftmax, softmax } from './arrays/softmax.ts'
import { transpose } from './arrays/transpose.ts'
import { dot, outer } from './arrays/vectorProducts.ts'
import { stopGradient } from './cuts.ts'
import { furtherNumbers } from './furtherNumbers.ts'
import { register } from './index.ts'
import { inverseHyperbolic } from './inverseHyperbolic.ts'
import { inverseTrigonometric } from './inverseTrigonometric.ts'
import { logSums } from './logSum.ts'
import { norms } from './norms.ts'
import { positions } from './positions.ts'
import { rounding } from './rounding.ts'
import { special } from './special.ts'
import { spreads } from './spread.ts'

/*
 * Operations that join the registry with the compiler: the first picture does without them, and is there sooner.
 */
register(
  [
    ...inverseTrigonometric,
    ...inverseHyperbolic,
    ...logSums,
    ...rounding,
    dot,
    outer,
    transpose,
    reshape,
    flatten,
    broadcastOut,
    conv,
    softmax,
    logsoftmax,
  ],
  {
    yields: false,
  },
)

// In programs that were written before the language had these, their names may be those of values.
register(
  [...furtherNumbers, ...special, ...activations, stopGradient, ...norms, ...spreads, ...positions, ...furtherArrays],
  {
    yields: true,
  },
)
