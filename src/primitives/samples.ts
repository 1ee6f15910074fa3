/** Sample operand tuples of a unary primitive. */
export const at = (...operands: number[]): readonly (readonly number[])[] => operands.map((x) => [x])
