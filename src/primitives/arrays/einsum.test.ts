import { describe, expect, it } from 'vitest'
import { differentiate } from '../../core.ts'

const ARRAYS = 'A = [[1, 2], [3, 4]]\nx = [5, 6]\n'
const run = (call: string) => differentiate(`${ARRAYS}f = ${call}`, { mode: 'reverse' })
const problems = (call: string) => run(call).diagnostics.map(({ message }) => message)

describe('einsum in a program', () => {
  it.each([
    ["einsum('ij,j->i', A, x)", 'A @ x'],
    ['einsum("ij,kj->ik", A, A)', 'A @ A.T'],
    ["einsum('ii', A)", 'trace(A)'],
    ["einsum('ij->ji', A)", 'A.T'],
    ["einsum('ji', A)", 'A.T'],
    ["einsum('i,j', x, x)", 'outer(x, x)'],
    ["einsum('ij,i,j', A, x, x)", null],
    ["einsum('i,i->', x, x)", 'dot(x, x)'],
  ])('%s is %s', (call, other) => {
    if (other === null) return expect(problems(call)).toEqual(['“einsum” takes 1 to 2 operands; here are 3.'])
    expect(problems(call)).toEqual([])
    const [mine, its] = [run(call), run(other)]
    expect(mine.outputs).toEqual(its.outputs)
    expect(mine.jacobian).toEqual(its.jacobian)
  })

  it.each([
    ["einsum('ij,jk', A)", 'ij,jk is for 2 operands, and here are 1. A is from line 1.'],
    ["einsum('i', A)", 'A is 2×2: i does not name each of its axes once. A is from line 1.'],
    ["einsum('ij->ik', A)", 'The result of einsum names k, which no operand has.'],
    ["einsum('i.j', A)", 'An ellipsis in the subscripts of einsum is not read. Write a letter for each axis.'],
    ["einsum('2', A)", '“2” are no subscripts of einsum. Write letters, as in ij,jk->ik.'],
    ['einsum(A, x)', "einsum needs its subscripts: einsum('ij,jk->ik', x, y)."],
    ["einsum('ij', A, axis=0)", 'einsum has no keyword “axis”; it has none.'],
    ["einsum('ij,j->i, A, x)", "Write ' where the subscripts end, as in einsum('ij,jk->ik', A, B)."],
    ["einsum('ij')", "After the subscripts come a comma and the arrays, as in einsum('ij,jk->ik', A, B)."],
  ])('%s is refused: %s', (call, message) => {
    expect(problems(call)).toEqual([message])
  })
})
