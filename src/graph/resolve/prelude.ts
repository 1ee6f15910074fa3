import { parse } from '../../language/parse.ts'
import type { FunctionDefinition } from '../../language/syntax.ts'
import { type DeclarationIndex, define, type Scope } from './declarations.ts'

/** Layers and losses that the language comes with, as functions of operations. A program's own function of the name replaces one. */
export const PRELUDE: readonly { readonly definition: string; readonly meaning: string }[] = [
  { definition: 'linear(x, W, b) = x @ W + b', meaning: 'A linear layer: each row of x times W, plus the bias b.' },
  { definition: 'dense(x, W, b) = relu(x @ W + b)', meaning: 'A linear layer followed by relu.' },
  { definition: 'rnncell(x, h, W, U, b) = tanh(x @ W + h @ U + b)', meaning: 'One step of a recurrent network.' },
  { definition: 'mse(p, y) = mean((p - y)^2)', meaning: 'The mean squared error of predictions p.' },
  {
    definition: 'crossentropy(z, y) = mean(logsumexp(z, axis=-1) - sum(y*z, axis=-1))',
    meaning: 'The mean cross-entropy of scores z, whose softmax are the probabilities, with one-hot labels y.',
  },
]

const definitions: ReadonlyMap<string, FunctionDefinition> = new Map(
  PRELUDE.flatMap(({ definition }) => parse(definition).program.statements)
    .filter((statement) => statement.kind === 'function')
    .map((statement) => [statement.name, statement]),
)

const NOWHERE = { from: 0, to: 0 }

/** The declaration of a function that the language comes with, made where it is first called; undefined for other names. */
export function declarePrelude(name: string, scope: Scope): DeclarationIndex | undefined {
  const known = definitions.get(name)
  if (!known) return undefined
  const { parameters, body } = known
  return define(
    {
      ...{ kind: 'function', name, role: null, at: NOWHERE, statement: NOWHERE },
      ...{ parameters, expression: body, isBuiltIn: true },
    },
    scope,
  )
}
