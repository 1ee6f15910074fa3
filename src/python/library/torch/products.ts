import { PyNumber } from '../../values/numbered.ts'
import { Text, type Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { joined, rankOf, shapeOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { turned } from './shaping.ts'

/** A product of two tensors of these numbers of axes. */
const product =
  (operation: string, ranks: readonly [number, number] | null, names: readonly [string, string]) =>
  (call: LibraryCall) => {
    const [x, y] = names.map((name) => call.array(name))
    const wrong = ranks && [x, y].findIndex((operand, slot) => rankOf(operand) !== ranks[slot])
    if (ranks && wrong !== null && wrong >= 0)
      call.refuse(
        `${call.callee} takes for ${names[wrong]} a tensor of ${axes(ranks[wrong])}, and this one has ${axes(rankOf([x, y][wrong]))}.`,
      )
    return multiplied(call, operation, x, y)
  }

const axes = (many: number): string => (many === 1 ? '1 axis' : `${many} axes`)

function multiplied(call: LibraryCall, operation: string, x: PyNumber, y: PyNumber): PyNumber {
  if ((x.dtype === 'float') !== (y.dtype === 'float'))
    call.refuse(
      `${call.callee} multiplies fractions with fractions: write .float() behind the tensor of whole numbers.`,
    )
  return call.apply(operation, [x, y], { dtype: joined(x.dtype, y.dtype) })
}

const isOne = (call: LibraryCall, name: string): boolean => {
  const factor = call.array(name)
  return factor.origin.kind === 'constant' && factor.value.entries[0] === 1
}

/** `addmm(b, x, w)`: b·beta + alpha·(x @ w). */
function added(call: LibraryCall): PyNumber {
  const [b, x, y] = ['input', 'mat1', 'mat2'].map((name) => call.array(name))
  const times = (name: string, z: PyNumber): PyNumber =>
    isOne(call, name) ? z : call.apply('mul', [call.array(name), z])
  return call.apply('add', [times('beta', b), times('alpha', multiplied(call, 'matmul', x, y))])
}

/** The sum of products along the last axes. */
function inner(call: LibraryCall): PyNumber {
  const [x, y] = [call.array('input'), call.array('other')]
  if (rankOf(x) === 0 || rankOf(y) === 0) return call.apply('mul', [x, y])
  const columns = rankOf(y) === 1 ? y : turned(call, y, [...shapeOf(y).keys()].reverse())
  if (rankOf(y) > 2) call.refuse('inner is read for vectors and matrices.')
  return multiplied(call, 'matmul', x, columns)
}

function einsum(call: LibraryCall): PyNumber {
  const equation = call.value('equation')
  if (!(equation instanceof Text)) return call.refuse("einsum begins with its equation, such as 'ij,jk->ik'.")
  const given = (call.value('operands') as Tuple).items
  const [only] = given
  const listed = given.length === 1 && !(only instanceof PyNumber) ? call.running.items(only, call.at) : given
  const operands = listed.map((operand) => call.arrayOf(operand, 'operands'))
  if (operands.length < 1 || operands.length > 2) call.refuse('einsum is read of one tensor, or of two: write several.')
  return call.apply('einsum', operands, {
    attributes: { subscripts: equation.text.replace(/\s/g, '') },
    dtype: joined(...operands.map(({ dtype }) => dtype)),
  })
}

/** Functions of PyTorch that multiply tensors; methods of tensors too. */
export const products: readonly LibraryFunction[] = [
  defined('matmul', 'input, other, *, out=None?', product('matmul', null, ['input', 'other'])),
  defined('mm', 'input, mat2, *, out=None?', product('matmul', [2, 2], ['input', 'mat2'])),
  defined('bmm', 'input, mat2, *, out=None?', product('matmul', [3, 3], ['input', 'mat2'])),
  defined('mv', 'input, vec, *, out=None?', product('matmul', [2, 1], ['input', 'vec'])),
  defined('dot vdot', 'input, other, *, out=None?', product('dot', [1, 1], ['input', 'other'])),
  defined('outer ger', 'input, vec2, *, out=None?', product('outer', [1, 1], ['input', 'vec2'])),
  defined('inner', 'input, other', inner),
  defined('addmm', 'input, mat1, mat2, *, beta=1, alpha=1, out=None?', added),
]

export const einsums: readonly LibraryFunction[] = [defined('einsum', 'equation, *operands', einsum)]
