import type { Primitive } from '../../primitives/primitive.ts'

/** The operands as a call writes them: `(x)`, `(x, y)`, `(x1, x2, …)`. */
export function signature({ arity }: Primitive): string {
  if (arity === 1) return '(x)'
  if (arity === 2) return '(x, y)'
  if (arity.least === arity.most) return `(${Array.from({ length: arity.least }, (_, i) => `x${i + 1}`).join(', ')})`
  return '(x1, x2, …)'
}
