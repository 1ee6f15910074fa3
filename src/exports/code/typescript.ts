import errorFunction from '../../primitives/errorFunction.ts?raw'
import gammaFunction from '../../primitives/gammaFunction.ts?raw'
import type { CodeLanguage } from './codeLanguage.ts'
import { digitsOf } from './literals.ts'
import {
  ATOM,
  atom,
  CannotSay,
  CHOICE,
  COMPARISON,
  call,
  chained,
  infix,
  PRODUCT,
  power,
  product,
  SIGN,
  SUM,
  type WriteOperation,
  within,
} from './written.ts'

const RESERVED =
  'abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of out override package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield Infinity NaN Math Number String Object Array JSON console globalThis process window self top name status program adjoint shaped told inputs outputs jacobian inputShapes outputShapes point values seed rows'

const comparison =
  (operator: string): WriteOperation =>
  (operands) => {
    const [x, y] = operands.map((operand) => within(operand, SUM))
    return { text: `Number(${x} ${operator} ${y})`, rank: ATOM, truth: `${x} ${operator} ${y}` }
  }

const maths = (names: string): Record<string, WriteOperation> =>
  Object.fromEntries(names.split(' ').map((name) => [name, call(`Math.${name}($0)`)]))

/** Names that the pieces of the engine's own files have, kept to themselves. */
const pieceOf = (names: string, text: string): string =>
  `const { ${names} } = (() => {\n${text.replace(/^export /gm, '').trimEnd()}\n  return { ${names} }\n})()`

const errorPiece = pieceOf('erf, erfc', errorFunction)
const gammaPiece = pieceOf('lgamma, digamma, polygamma', gammaFunction)

const helpers: Readonly<Record<string, string>> = {
  ...{ erf: errorPiece, erfc: errorPiece },
  ...{ lgamma: gammaPiece, digamma: gammaPiece, polygamma: gammaPiece },
  mod: `function mod(x: number, y: number): number {
  const rest = x % y
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest
}`,
  logaddexp: `function logaddexp(x: number, y: number): number {
  return x === y ? x + Math.log(2) : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)))
}`,
  rint: `function rint(x: number): number {
  const below = Math.floor(x)
  const rest = x - below
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : Math.ceil(x)
}`,
  sinc: `function sinc(x: number): number {
  if (x === 0) return 1
  const nearest = Math.round(x)
  return (Math.sin(Math.PI * (x - nearest)) * (nearest % 2 === 0 ? 1 : -1)) / (Math.PI * x)
}`,
}

const operations: CodeLanguage['operations'] = {
  add: infix('+', SUM),
  sub: infix('-', SUM),
  mul: product((x, y) => `${x} && ${y}`),
  div: infix('/', PRODUCT),
  // Before a power a sign needs brackets.
  neg: ([x]) => ({ text: `-${within(x, ATOM)}`, rank: SIGN }),
  pow: power,
  ...maths('sqrt cbrt exp expm1 log log1p log2 log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh'),
  ...maths('abs floor ceil trunc sign'),
  hypot: call('Math.hypot($0, $1)'),
  // A zero of either sign is the same zero.
  atan2: call('Math.atan2($0 + 0, $1 + 0)'),
  max: (operands) => atom(`Math.max(${operands.map(({ text }) => text).join(', ')})`),
  min: (operands) => atom(`Math.min(${operands.map(({ text }) => text).join(', ')})`),
  clamp: call('Math.min(Math.max($0, $1), $2)'),
  mod: call('mod($0, $1)'),
  fmod: infix('%', PRODUCT),
  rint: call('rint($0)'),
  sinc: call('sinc($0)'),
  ...{ erf: call('erf($0)'), erfc: call('erfc($0)'), lgamma: call('lgamma($0)'), digamma: call('digamma($0)') },
  polygamma: call('polygamma($0, $1)'),
  logaddexp: call('logaddexp($0, $1)'),
  logsumexp: chained('logaddexp($0, $1)'),
  less: comparison('<'),
  less_equal: comparison('<='),
  greater: comparison('>'),
  greater_equal: comparison('>='),
  equal: comparison('==='),
  not_equal: comparison('!=='),
  where: ([condition, a, b]) => ({
    text: `${condition.truth ?? `${within(condition, SUM)} !== 0`} ? ${within(a, COMPARISON)} : ${within(b, COMPARISON)}`,
    rank: CHOICE,
  }),
  stop_gradient: call('$(0)'),
}

/** Without arrays: they are written out as numbers before. */
export const typescript: CodeLanguage = {
  name: 'TypeScript',
  extension: 'ts',
  mediaType: 'text/plain',
  comment: '//',
  number: (x) => digitsOf(x, { nan: 'NaN', infinity: 'Infinity' }),
  array: () => {
    throw new CannotSay('Arrays are written out as numbers in TypeScript.')
  },
  lifted: (number) => number,
  zerosLike: '',
  operations,
  helpers,
  helper: (name, parameters, value) =>
    `function ${name}(${parameters.map((each) => `${each}: number`).join(', ')}): number {\n  return ${value}\n}`,
  reserved: [...RESERVED.split(' '), ...Object.keys(helpers)],
}
