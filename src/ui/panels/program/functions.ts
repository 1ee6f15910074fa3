import { PRELUDE } from '../../../graph/resolve/prelude.ts'
import { isArrayPrimitive, type Operation } from '../../../primitives/arrayPrimitive.ts'
import { functionNamed, generators, operations } from '../../../primitives/index.ts'
import { signature } from '../../kit/program/signature.ts'

/** A function of the language by one of its spellings. */
export interface FunctionWords {
  readonly name: string
  /** How it is called, without its name: `(x, axis=0)`. */
  readonly operands: string
  /** One sentence. */
  readonly meaning: string
}

const spellings = (operation: Operation): readonly string[] =>
  [operation.name, ...(operation.aliases ?? [])].filter((name) => functionNamed(name) === operation)

const bracketsOf = (usage: string): string => usage.slice(usage.indexOf('('))

const fromOperations = operations.flatMap((operation) =>
  spellings(operation).map((name) => ({
    ...{ name, meaning: operation.meaning },
    operands: isArrayPrimitive(operation) ? bracketsOf(operation.usage) : signature(operation),
  })),
)

const fromGenerators = generators.map(({ name, usage, meaning }) => ({ name, operands: bracketsOf(usage), meaning }))

const fromPrelude = PRELUDE.map(({ definition, meaning }) => {
  const [call] = definition.split(' = ')
  return { name: call.slice(0, call.indexOf('(')), operands: bracketsOf(call), meaning: `${meaning} ${definition}` }
})

/** All functions of the language, by each of their spellings. */
export const functions: readonly FunctionWords[] = [...fromOperations, ...fromGenerators, ...fromPrelude]
