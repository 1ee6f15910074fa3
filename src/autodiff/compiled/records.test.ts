import { describe, expect, it } from 'vitest'
import { primitives } from '../../primitives/index.ts'
import type { Binary, Primitive } from '../../primitives/primitive.ts'
import { Mulberry } from '../../primitives/random.ts'
import { EXACT_DEFINITIONS, EXACT_FORMULAS, SPECIAL } from './exact.ts'
import { type CompiledExpression, F64 } from './expression.ts'
import { type Direct, Records, specialOf } from './records.ts'

const COMPUTED: Readonly<Record<number, (x: number, y: number) => number>> = {
  [F64.add]: (x, y) => x + y,
  [F64.sub]: (x, y) => x - y,
  [F64.mul]: (x, y) => x * y,
  [F64.div]: (x, y) => x / y,
  [F64.min]: Math.min,
  [F64.max]: Math.max,
  [F64.neg]: (x) => -x,
  [F64.abs]: Math.abs,
  [F64.sqrt]: Math.sqrt,
  [F64.ceil]: Math.ceil,
  [F64.floor]: Math.floor,
  [F64.trunc]: Math.trunc,
  [F64.eq]: (x, y) => Number(x === y),
  [F64.ne]: (x, y) => Number(x !== y),
  [F64.lt]: (x, y) => Number(x < y),
  [F64.gt]: (x, y) => Number(x > y),
  [F64.le]: (x, y) => Number(x <= y),
  [F64.ge]: (x, y) => Number(x >= y),
}

function computed(e: CompiledExpression, reads: readonly number[], records: Records): number {
  if (e.kind === 'read') return reads[e.place]
  if (e.kind === 'number') return e.value
  if (e.kind === 'choice') return computed(computed(e.condition, reads, records) === 1 ? e.yes : e.no, reads, records)
  const operands = e.operands.map((operand) => computed(operand, reads, records))
  return e.kind === 'call'
    ? records.called[e.callee.index].run(...operands)
    : COMPUTED[e.code](operands[0], operands[1])
}

/** Where functions bend, jump or end, and around it. */
const CORNERS = [
  ...[0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 6, 40, -40, 750, -750],
  ...[5e-324, -5e-324, 1e-8, 1e308, -1e308, Infinity, -Infinity, NaN],
]

function operandTuples(arity: 1 | 2): number[][] {
  const random = new Mulberry(15)
  const some = (): number => {
    const kind = random.next()
    if (kind < 0.3) return CORNERS[Math.floor(random.next() * CORNERS.length)]
    return (random.next() - 0.5) * 10 ** Math.floor(random.next() * 5 - 1)
  }
  const pairs = CORNERS.flatMap((x) => (arity === 1 ? [[x]] : CORNERS.map((y) => [x, y])))
  return [...pairs, ...Array.from({ length: 3000 }, () => (arity === 1 ? [some()] : [some(), some()]))]
}

/** Where expressions of a primitive are not what its functions give. */
function differences(primitive: Direct, what: 'definition' | 'formulas' | 'both', records = new Records(0)): string[] {
  const value = records.value(primitive)
  const partials = primitive.partials.map((_, slot) => records.partial(primitive, slot))
  return operandTuples(primitive.arity).flatMap((operands) => {
    const v = (primitive.value as (...x: number[]) => number)(...operands)
    const found: string[] = []
    const compare = (name: string, e: CompiledExpression, wanted: number) => {
      const got = computed(e, [...operands, v], records)
      if (!Object.is(got, wanted)) found.push(`${name} of ${primitive.name} at ${operands} is ${wanted}, not ${got}`)
    }
    if (what !== 'formulas') compare('value', value, v)
    if (what !== 'definition')
      for (const [slot, partial] of partials.entries())
        compare(`partial ${slot}`, partial, (primitive.partials[slot] as (...x: number[]) => number)(...operands, v))
    return found
  })
}

const isDirect = (primitive: Primitive): primitive is Direct => typeof primitive.arity === 'number'
// Its orders are small whole numbers: it takes time in proportion to them.
const direct = primitives.filter(isDirect).filter(({ name }) => name !== 'polygamma')

describe.each(direct)('$name', (primitive) => {
  it('is compiled to what its functions give, to the last bit', () => {
    expect(differences(primitive, 'both').slice(0, 3)).toEqual([])
  })

  it.each(['definition', 'formulas'] as const)('is listed for its %s if they are exact', (what) => {
    const [listed, text] = what === 'definition' ? [EXACT_DEFINITIONS, primitive.definition] : [EXACT_FORMULAS, true]
    // Of what drops derivatives the tape keeps the partials.
    if (listed.includes(primitive.name) || !text || (primitive.drops && what === 'formulas')) return
    const [exact, one] = [[primitive.name], []]
    const saying = () => new Records(0, what === 'definition' ? exact : one, what === 'formulas' ? exact : one)
    const made = (records: Records) =>
      what === 'definition'
        ? [records.value(primitive)]
        : primitive.partials.map((_, slot) => records.partial(primitive, slot))
    // A call of the same function, or what is known to be an instruction, is no reason to list it.
    const plain = made(new Records(0))
    const gains = made(saying()).every(({ kind }, i) => kind !== 'call' && plain[i].kind === 'call')
    if (gains) expect(differences(primitive, what, saying())).not.toEqual([])
  })
})

it.each(SPECIAL)('$of.name is $is.name at $y', ({ of, y, is }) => {
  const { value, partials } = of as Binary
  const isOther = ([x]: number[]) => {
    const v = value(x, y)
    return !Object.is(v, is.value(x)) || !Object.is(partials[0](x, y, v), is.partials[0](x, v))
  }
  expect(operandTuples(1).filter(isOther)).toEqual([])
  expect(specialOf(of, y)).toBe(is)
  expect(specialOf(of, y + 1)).toBeNull()
})
