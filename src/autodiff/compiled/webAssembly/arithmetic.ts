import { type CompiledExpression, F64 } from '../expression.ts'
import type { FunctionBody } from './functionBody.ts'
import { F64_TYPE, V128 } from './functionBody.ts'

const [F64_LOAD, F64_STORE, SELECT] = [0x2b, 0x39, 0x1b]
/** What comes before the instructions on two numbers. */
const VECTOR = 0xfd
const [V128_LOAD, V128_LOAD64_SPLAT, V128_STORE, F64X2_SPLAT, V128_BITSELECT] = [0x00, 0x0a, 0x0b, 0x14, 0x52]

/** Arithmetic on one number, or on two at a time that stand next to each other. */
export interface LaneArithmetic {
  readonly type: number
  /** Numbers at a time. */
  readonly lanes: 1 | 2
  /** Reads at the address on the stack; one number for all lanes if it is `spread`. */
  readonly load: (body: FunctionBody, offset: number, spread: boolean) => void
  readonly store: (body: FunctionBody, offset: number) => void
  readonly number: (body: FunctionBody, value: number) => void
  readonly operation: (body: FunctionBody, code: number) => void
  /** Of yes, no and what is asked, on the stack. */
  readonly choose: (body: FunctionBody) => void
}

export const scalar: LaneArithmetic = {
  type: F64_TYPE,
  lanes: 1,
  load: (body, offset) => body.memory([F64_LOAD], 3, offset),
  store: (body, offset) => body.memory([F64_STORE], 3, offset),
  number: (body, value) => body.float(value),
  operation: (body, code) => body.code.byte(code),
  choose: (body) => body.code.byte(SELECT),
}

/** By instruction on one number: the one on two. */
const ON_TWO: Readonly<Record<number, number>> = {
  ...{ [F64.eq]: 0x47, [F64.ne]: 0x48, [F64.lt]: 0x49, [F64.gt]: 0x4a, [F64.le]: 0x4b, [F64.ge]: 0x4c },
  ...{ [F64.ceil]: 0x74, [F64.floor]: 0x75, [F64.trunc]: 0x7a, [F64.abs]: 0xec, [F64.neg]: 0xed, [F64.sqrt]: 0xef },
  ...{ [F64.add]: 0xf0, [F64.sub]: 0xf1, [F64.mul]: 0xf2, [F64.div]: 0xf3, [F64.min]: 0xf4, [F64.max]: 0xf5 },
}

const onTwo = (body: FunctionBody, code: number): void => {
  body.code.byte(VECTOR)
  body.code.unsigned(code)
}

export const pairs: LaneArithmetic = {
  type: V128,
  lanes: 2,
  load: (body, offset, spread) => body.memory([VECTOR, spread ? V128_LOAD64_SPLAT : V128_LOAD], 3, offset),
  store: (body, offset) => body.memory([VECTOR, V128_STORE], 3, offset),
  number: (body, value) => {
    body.float(value)
    onTwo(body, F64X2_SPLAT)
  },
  operation: (body, code) => onTwo(body, ON_TWO[code]),
  choose: (body) => onTwo(body, V128_BITSELECT),
}

/** Whether two can be computed at a time: calls take one number. */
export function fitsPairs(e: CompiledExpression): boolean {
  if (e.kind === 'read' || e.kind === 'number') return true
  if (e.kind === 'call') return false
  return e.kind === 'choice' ? [e.condition, e.yes, e.no].every(fitsPairs) : e.operands.every(fitsPairs)
}

/** Leaves the number on the stack; `read` does so for what stands at a place. What is called twice is called once. */
export function compute(
  e: CompiledExpression,
  body: FunctionBody,
  arithmetic: LaneArithmetic,
  read: (place: number) => void,
): void {
  const again = repeatedCalls(e)
  const results = new Map<string, number>()
  const go = (each: CompiledExpression): void => {
    const known = results.get(each.key)
    if (known !== undefined) body.get(known)
    else if (each.kind === 'read') read(each.place)
    else if (each.kind === 'number') arithmetic.number(body, each.value)
    else if (each.kind === 'choice') {
      go(each.yes)
      go(each.no)
      go(each.condition)
      arithmetic.choose(body)
    } else {
      each.operands.forEach(go)
      if (each.kind === 'operation') arithmetic.operation(body, each.code)
      else {
        body.call(each.callee.index)
        if (!again.has(each.key)) return
        const local = body.local(F64_TYPE)
        body.tee(local)
        results.set(each.key, local)
      }
    }
  }
  go(e)
}

const repeatedCalls = (e: CompiledExpression): ReadonlySet<string> => {
  const [met, again] = [new Set<string>(), new Set<string>()]
  for (const { kind, key } of partsOf(e))
    if (kind === 'call') {
      if (met.has(key)) again.add(key)
      met.add(key)
    }
  return again
}

function partsOf(e: CompiledExpression): CompiledExpression[] {
  if (e.kind === 'read' || e.kind === 'number') return []
  const parts = e.kind === 'choice' ? [e.condition, e.yes, e.no] : e.operands
  return [e, ...parts.flatMap(partsOf)]
}
