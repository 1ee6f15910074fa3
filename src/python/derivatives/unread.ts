import type { Span } from '../../language/syntax.ts'
import type { Library } from '../values/numbered.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** A number that may be shown and printed; what computes with it is refused, with the reason. */
export function unread(library: Library, reason: string, at: Span): PyNumber {
  const number = new PyNumber(library, 'float', { shape: [], entries: new Float64Array(1) }, { kind: 'constant', at })
  const refuse = (): never => {
    throw new Refusal(reason, at)
  }
  Object.defineProperty(number, 'value', { get: refuse, configurable: true })
  return number
}
