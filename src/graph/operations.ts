import type { InfixOperator } from '../language/syntax.ts'
import { isArrayPrimitive, type Operation } from '../primitives/arrayPrimitive.ts'
import {
  functionNamed,
  infixOperator,
  negation,
  operations,
  opOf,
  stacking,
  subscripting,
  yieldsName,
} from '../primitives/index.ts'
import { CLOSED, type ClosedModule, type Graph, type NodeIndex } from './graph.ts'

/** The op of a function of the language by one of its spellings; null if there is none. */
export function opNamed(spelling: string): number | null {
  const operation = functionNamed(spelling)
  return operation ? opOf(operation) : null
}

const INFIX_OPS: Partial<Record<InfixOperator, number>> = {}

export function infixOp(operator: InfixOperator): number {
  INFIX_OPS[operator] ??= opOf(infixOperator(operator))
  return INFIX_OPS[operator]
}

export const negationOp = opOf(negation)
export const stackOp = opOf(stacking)
export const subscriptOp = opOf(subscripting)
export const reshapeOp = opNamed('reshape') as number
export const flattenOp = opNamed('flatten') as number
export const concatOp = opNamed('concat') as number

/** Whether a program may use the name for a value of its own: it came late to the language, or is common, as `sum` is. */
export function isShadowable(spelling: string): boolean {
  const operation = functionNamed(spelling)
  return !operation || yieldsName(operation) || isArrayPrimitive(operation) || takesOneArray(operation)
}

/** `sum`, `mean` and their kin, which say nothing about several numbers. */
export const takesOneArray = ({ arity }: Operation): boolean => typeof arity === 'object' && arity.most === 1

/** Whether the node lets no derivative pass, wherever it stands. */
export const isCutAt = ({ op }: Pick<Graph, 'op'>, node: NodeIndex): boolean =>
  operations[op[node]]?.name === 'stop_gradient'

/** The operation of a node; null for inputs, constants and closed modules. */
export const operationOf = ({ op }: Graph, node: NodeIndex): Operation | null => operations[op[node]] ?? null

export const isClosed = ({ op }: Graph, node: NodeIndex): boolean => op[node] >= CLOSED

/** The function that a closed node stands for. */
export const closedAt = ({ op, closed }: Graph, node: NodeIndex): ClosedModule => closed[op[node] - CLOSED]
