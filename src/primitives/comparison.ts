import { free, oneAddition } from './cost.ts'
import type { Binary, Primitive } from './primitive.ts'

/** 1 where it holds and 0 where it does not; no derivative passes through it. */
const comparison = (
  name: string,
  operator: string,
  words: { readonly title: string; readonly symbol: string; readonly command: string },
  holds: (x: number, y: number) => boolean,
): Binary => ({
  name,
  operator,
  title: words.title,
  meaning: `1 where x ${words.symbol} y, and 0 elsewhere.`,
  group: 'comparison',
  symbol: words.symbol,
  arity: 2,
  value: (x, y) => (holds(x, y) ? 1 : 0),
  partials: [() => 0, () => 0],
  formulas: ['0', '0'],
  latex: (x, y) => `${x} ${words.command} ${y}`,
  cost: { value: oneAddition, partials: [free, free] },
  drops: () => true,
  conventions: [{ when: () => true, says: 'A comparison is a step: no derivative passes through it, by convention.' }],
  samples: [
    [1, 2],
    [2, 1],
    [-1e100, 1e100],
    [3e-100, 1e-100],
    [-0.5, -0.25],
  ],
})

const less = comparison('less', '<', { title: 'less than', symbol: '<', command: '<' }, (x, y) => x < y)
const lessEqual = comparison(
  'less_equal',
  '<=',
  { title: 'less than or equal to', symbol: '≤', command: '\\le' },
  (x, y) => x <= y,
)
const greater = comparison('greater', '>', { title: 'greater than', symbol: '>', command: '>' }, (x, y) => x > y)
const greaterEqual = comparison(
  'greater_equal',
  '>=',
  { title: 'greater than or equal to', symbol: '≥', command: '\\ge' },
  (x, y) => x >= y,
)
const equal = comparison('equal', '==', { title: 'equal to', symbol: '=', command: '=' }, (x, y) => x === y)
const notEqual = comparison(
  'not_equal',
  '!=',
  { title: 'not equal to', symbol: '≠', command: '\\ne' },
  (x, y) => x !== y,
)

export const comparisons: readonly Primitive[] = [less, lessEqual, greater, greaterEqual, equal, notEqual]
