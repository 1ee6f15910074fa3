import { reduces } from '../../../primitives/plan.ts'
import type { Primitive } from '../../../primitives/primitive.ts'

/** The operands as a call writes them: `(x)`, `(x, y)`, `(x1, x2, …)`; of what takes one array, `(x, axis=0)`. */
export function signature(primitive: Primitive): string {
  const { arity } = primitive
  if (arity === 1) return '(x)'
  if (arity === 2) return '(x, y)'
  if (reduces(primitive) && arity.most === 1) return '(x, axis=0)'
  if (arity.least === arity.most) return `(${Array.from({ length: arity.least }, (_, i) => `x${i + 1}`).join(', ')})`
  return '(x1, x2, …)'
}
