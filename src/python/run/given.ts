import type { Span } from '../../language/syntax.ts'
import type { PyExpression } from '../parse/pySyntax.ts'

/** How a constant expression gives its value. */
export interface ConstantForm {
  /** The stretch that writes the numbers; null where a call makes them (`np.zeros(3)`). */
  readonly literal: Span | null
}

/** Functions that make an array of the numbers that they are given. */
const WRAPPERS = new Set(
  'array asarray tensor as_tensor Tensor FloatTensor DoubleTensor float Value float64 float32 asanyarray'.split(' '),
)
/** Functions that make an array of a shape, or of a rule. */
const MAKERS = new Set(
  'zeros ones empty full eye identity arange linspace logspace rand randn normal uniform standard_normal random randint zeros_like ones_like full_like empty_like random_sample permutation diag meshgrid'.split(
    ' ',
  ),
)
/** Methods that give the numbers on, in another form. */
const PASSING = new Set(
  'reshape astype float double view T copy to requires_grad_ transpose type unsqueeze squeeze flatten ravel long'.split(
    ' ',
  ),
)
const NAMED_NUMBERS = new Set('pi e inf nan tau Inf NaN Infinity'.split(' '))
const LIBRARIES = new Set('np numpy math torch jnp jax anp'.split(' '))

/**
 * Whether an expression is constant in its form, so that what is bound to it at the top is given rather than computed:
 * numbers with signs and operators between them, lists of them, arrays made of them, and arrays that a call makes.
 */
export function constantForm(expression: PyExpression): ConstantForm | null {
  const { from, to } = expression
  if (isLiteral(expression)) return { literal: { from, to } }
  switch (expression.kind) {
    case 'call':
      return ofCall(expression)
    case 'member':
      return PASSING.has(expression.name) ? without(constantForm(expression.target)) : null
    case 'prefix':
      return without(constantForm(expression.operand))
    case 'infix':
      return without(constantForm(expression.left) && constantForm(expression.right))
    default:
      return null
  }
}

const without = (form: ConstantForm | null): ConstantForm | null => form && { literal: null }

function ofCall({ callee, given }: PyExpression & { kind: 'call' }): ConstantForm | null {
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : ''
  const [first] = given
  if (WRAPPERS.has(name) && first?.kind === 'place') {
    const form = constantForm(first.value)
    return form && { literal: isLiteral(first.value) ? form.literal : null }
  }
  if (MAKERS.has(name)) return { literal: null }
  if (callee.kind !== 'member' || !PASSING.has(callee.name)) return null
  const form = constantForm(callee.target)
  return form && { literal: KEEPING.has(callee.name) ? form.literal : null }
}

/** Of the passing methods, those that keep the shape. */
const KEEPING = new Set('astype float double copy to requires_grad_ type'.split(' '))

/** Numbers with signs and operators between them, and lists of them. */
export function isLiteral(expression: PyExpression): boolean {
  const known = literals.get(expression)
  if (known !== undefined) return known
  const found = readsAsLiteral(expression)
  literals.set(expression, found)
  return found
}

const literals = new WeakMap<PyExpression, boolean>()

function readsAsLiteral(expression: PyExpression): boolean {
  switch (expression.kind) {
    case 'number':
      return expression.dtype !== 'bool'
    case 'prefix':
      return isLiteral(expression.operand)
    case 'infix':
      return isLiteral(expression.left) && isLiteral(expression.right)
    case 'list':
    case 'tuple':
      return expression.items.length > 0 && expression.items.every(isLiteral)
    case 'member':
      return (
        expression.target.kind === 'name' && LIBRARIES.has(expression.target.name) && NAMED_NUMBERS.has(expression.name)
      )
    case 'call':
      return (
        expression.callee.kind === 'name' &&
        expression.callee.name === 'float' &&
        expression.given[0]?.value.kind === 'text'
      )
    default:
      return false
  }
}
