import type { Expression, Span } from '../../language/syntax.ts'
import { hashOf } from '../hash.ts'
import { bodyPath, type Code } from '../resolve/code.ts'
import type { DeclarationIndex } from '../resolve/declarations.ts'
import type { OperationDefinition } from '../resolve/definitions.ts'
import type { RunningCall } from '../resolve/mismatch.ts'
import type { Block } from '../traced/traced.ts'
import type { Source } from './source.ts'

/** Steps that are being run: those of a declaration, or of a function for one of its calls. */
export interface WrittenOutCall extends RunningCall {
  step: number
  readonly end: number
  /** The steps' code: the program's, or that of an operation's definition. */
  readonly code: Code
  /** Where its operands start on the stack. */
  readonly base: number
  /** A hash of the way from the definition to here. */
  readonly place: number
  /** Of the call. */
  readonly callPlace: number
  /** The part of a run whose steps these are: it may have several results. */
  readonly block: Block | null
  /** Index of its module, once a node needs it; -1 for a declaration's own steps. */
  module: number
  /** The frame to go on with; none for the steps of a closed module. */
  readonly caller: WrittenOutCall | null
}

/** The steps of a declaration that is no part of a call that is written out. */
export function outermostFrame(
  source: Source,
  index: DeclarationIndex,
  call: Expression | Span = source.scope.declarations[index].at,
  calledIn: WrittenOutCall | null = null,
): WrittenOutCall {
  const place = hashOf(source.scope.declarations[index].name)
  return frameOf(source, index, 0, place, place, null, call, calledIn)
}

/** The steps of a function for the call at `place`. */
export const callFrame = (
  source: Source,
  index: DeclarationIndex,
  base: number,
  place: number,
  caller: WrittenOutCall,
  call: Expression | Span,
): WrittenOutCall => frameOf(source, index, base, bodyPath(place), place, caller, call, caller)

function frameOf(
  { code, scope }: Source,
  index: DeclarationIndex,
  base: number,
  place: number,
  callPlace: number,
  caller: WrittenOutCall | null,
  call: Expression | Span,
  calledIn: WrittenOutCall | null,
): WrittenOutCall {
  const { name, parameters, isBuiltIn = false, block = null } = scope.declarations[index]
  const { start: step, end } = code.range(index)
  // One literal, without spreading: there are as many frames as definitions and calls.
  return {
    name,
    parameters,
    call,
    isBuiltIn,
    calledIn,
    step,
    end,
    code,
    base,
    place,
    callPlace,
    block,
    module: -1,
    caller,
  }
}

/** The steps of an operation's definition for the operation at `place`. */
export function definitionFrame(
  { name, code, range }: OperationDefinition,
  base: number,
  place: number,
  caller: WrittenOutCall,
  call: Expression | Span,
): WrittenOutCall {
  const { start: step, end } = range
  const body = bodyPath(place)
  const running = { name, parameters: [], call, isBuiltIn: true, calledIn: caller, block: null }
  return { ...running, step, end, code, base, place: body, callPlace: place, module: -1, caller }
}
