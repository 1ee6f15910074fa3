import type { Call, Expression, Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { tensorOf, type Value } from '../../primitives/value.ts'
import type { Scope } from './declarations.ts'
import { fixedValue } from './fixed.ts'
import type { ProgramProblems } from './problems.ts'

/** What is known of an expression before the program runs; null where it is not. */
type Known = (expression: Expression) => Value | null

/** Says that class numbers which stand in the text are none, or are taken for one-hot labels. */
export function checkClassNumbers(call: Call, known: Known, scope: Scope, problems: ProgramProblems): void {
  const [scores, classes] = call.operands
  if (scores?.kind !== 'name' || !classes || problems.isFull('warning')) return
  if (call.callee === 'pick' || call.callee === 'crossentropy_classes') checkPlaces(call, known, scope, problems)
  else if (call.callee === 'crossentropy') checkLabels(call, known, scope, problems)
}

function checkPlaces({ callee, operands: [x, k] }: Call, known: Known, scope: Scope, problems: ProgramProblems): void {
  const written = writtenValue(k, scope)
  const lengths = lengthsOf(x, known)
  if (written === null || !lengths) return
  const length = lengths[lengths.length - 1]
  const wrong = tensorOf(written)?.entries.find((place) => !(Number.isInteger(place) && place >= 0 && place < length))
  if (wrong === undefined) return
  const kind = callee === 'pick' ? 'places' : 'classes'
  problems.warning(
    `${textOf(x, scope)} has the ${kind} 0 to ${length - 1}, and ${wrong} is none of them: the value is NaN.`,
    k,
  )
}

/** Labels of fewer axes than the scores serve each row: class numbers are hardly meant so. */
function checkLabels({ operands: [z, y] }: Call, known: Known, scope: Scope, problems: ProgramProblems): void {
  const labels = writtenValue(y, scope)
  const lengths = lengthsOf(z, known)
  const rank = labels === null ? undefined : tensorOf(labels)?.shape.length
  if (!lengths || rank === undefined || rank >= lengths.length) return
  problems.warning(
    `${quote('crossentropy')} takes a one-hot vector for each row of ${textOf(z, scope)}. With class numbers write crossentropy_classes(${textOf(z, scope)}, ${textOf(y, scope)}).`,
    y,
  )
}

const textOf = ({ from, to }: Span, { source }: Scope): string => source.slice(from, to)

/** The numbers of a literal, or of the definition that a name stands for. */
function writtenValue(expression: Expression, scope: Scope): Value | null {
  const { byName, declarations } = scope
  const definition = expression.kind === 'name' ? declarations[byName.get(expression.name) ?? -1] : undefined
  return fixedValue(definition?.expression ?? expression, scope)
}

/** `shape(x)`, where it is known and has axes. */
function lengthsOf(x: Expression, known: Known): readonly number[] | null {
  const at: Span = { from: x.from, to: x.to }
  const shape = known({ ...at, kind: 'call', callee: 'shape', calleeSpan: at, operands: [x], keywords: [] })
  return Array.isArray(shape) ? (shape as number[]) : null
}
