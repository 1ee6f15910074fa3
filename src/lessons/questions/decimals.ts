import type { Expression } from '../../language/syntax.ts'

/** A decimal as it was written. */
export interface Decimal {
  /** Significant figures: `0.050` has two, `1200` four. */
  readonly figures: number
  /** What its last figure counts: 0.001, 10. */
  readonly unit: number
  /** The same where the zeros at the end of a whole number count for nothing: 100 of `1200`. */
  readonly coarsest: number
}

/** The decimals that a formula consists of, by entry of its value; null where it computes them. */
export function decimalsIn(text: string, formula: Expression, count: number): (Decimal | null)[] {
  const items: (Decimal | null)[] = []
  const read = (part: Expression): void => {
    if (part.kind === 'array') for (const item of part.items) read(item)
    else items.push(decimalAt(text, part))
  }
  read(formula)
  // Rows that are themselves arrays by name have more entries than items.
  return items.length === count ? items : new Array(count).fill(null)
}

function decimalAt(text: string, part: Expression): Decimal | null {
  if (part.kind === 'prefix') return decimalAt(text, part.operand)
  return part.kind === 'number' ? decimalOf(text.slice(part.from, part.to)) : null
}

/** Of the text of a number without its sign; null where it is no plain decimal. */
function decimalOf(text: string): Decimal | null {
  const [, whole, fraction = '', power = '0'] = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const unit = 10 ** (Number(power) - fraction.length)
  const figures = (whole + fraction).replace(/^0+/, '').length
  const zeros = fraction === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0
  return { figures, unit, coarsest: unit * 10 ** zeros }
}
