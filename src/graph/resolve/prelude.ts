import { parse } from '../../language/parse.ts'
import type { FunctionDefinition } from '../../language/syntax.ts'
import '../../primitives/late.ts'
import { type DeclarationIndex, define, type Scope } from './declarations.ts'

/** Layers and losses that the language comes with, as functions of operations. A program's own function of the name replaces one. */
export const PRELUDE: readonly {
  readonly definition: string
  readonly meaning: string
  /** Of its last parameters, if a call leaves them out. */
  readonly defaults?: readonly number[]
}[] = [
  { definition: 'linear(x, W, b) = x @ W + b', meaning: 'A linear layer: each row of x times W, plus the bias b.' },
  { definition: 'dense(x, W, b) = relu(x @ W + b)', meaning: 'A linear layer followed by relu.' },
  { definition: 'rnncell(x, h, W, U, b) = tanh(x @ W + h @ U + b)', meaning: 'One step of a recurrent network.' },
  { definition: 'mse(p, y) = mean((p - y)^2)', meaning: 'The mean squared error of predictions p.' },
  {
    definition: 'crossentropy(z, y) = mean(logsumexp(z, axis=-1) - sum(y*z, axis=-1))',
    meaning: 'The mean cross-entropy of scores z, whose softmax are the probabilities, with one-hot labels y.',
  },
  {
    definition: 'crossentropy_classes(z, k) = mean(logsumexp(z, axis=-1) - pick(z, k))',
    meaning:
      'The mean cross-entropy of scores z with class numbers k from 0 on, one for each row of z; NaN where a k is no class.',
  },
  {
    definition: 'bce(q, y) = -mean(xlogy(y, q) + xlogy(1 - y, 1 - q))',
    meaning: 'The mean binary cross-entropy of probabilities q with labels y of 0 and 1.',
  },
  {
    definition: 'bce_logits(z, y) = mean(y*softplus(-z) + (1 - y)*softplus(z))',
    meaning:
      'The mean binary cross-entropy of scores z, whose sigmoid are the probabilities, with labels y of 0 and 1.',
  },
  { definition: 'mae(p, y) = mean(abs(p - y))', meaning: 'The mean absolute error of predictions p: the L1 loss.' },
  {
    definition: 'huber(p, y, delta) = mean(where(abs(p - y) <= delta, (p - y)^2/2, delta*(abs(p - y) - delta/2)))',
    meaning: 'The mean Huber loss: quadratic up to an error of delta, which is 1 if left out, and linear beyond.',
    defaults: [1],
  },
]

interface Known {
  readonly statement: FunctionDefinition
  readonly defaults?: readonly number[]
}

const definitions: ReadonlyMap<string, Known> = new Map(
  PRELUDE.flatMap(({ definition, defaults }) =>
    parse(definition)
      .program.statements.filter((statement) => statement.kind === 'function')
      .map((statement): [string, Known] => [statement.name, { statement, defaults }]),
  ),
)

const NOWHERE = { from: 0, to: 0 }

/** The declaration of a function that the language comes with, made where it is first called; undefined for other names. */
export function declarePrelude(name: string, scope: Scope): DeclarationIndex | undefined {
  const known = definitions.get(name)
  if (!known) return undefined
  const { defaults } = known
  const { parameters, body } = known.statement
  return define(
    {
      ...{ kind: 'function', name, role: null, at: NOWHERE, statement: NOWHERE },
      ...{ parameters, expression: body, isBuiltIn: true, defaults },
    },
    scope,
  )
}
