import { isFunctionName } from '../primitives/index.ts'

/** Words of mathematics that are functions of ours under another name, in lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  lg: 'log10',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arccot: 'acot',
  arcsec: 'asec',
  arccsc: 'acsc',
  arsinh: 'asinh',
  arcosh: 'acosh',
  artanh: 'atanh',
  arcoth: 'acoth',
  arsech: 'asech',
  arcsch: 'acsch',
  ln: 'log',
  sgn: 'sign',
  tr: 'trace',
}

/** The function of the language that a word such as `\\sin` or `\\operatorname{ReLU}` means; undefined where there is none. */
export function functionOf(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (Object.hasOwn(OTHER_NAMES, lower)) return OTHER_NAMES[lower]
  return isFunctionName(lower) ? lower : undefined
}

/** Whose values of an array have its shape. */
export const REDUCING = new Set(['max', 'min', 'logsumexp', 'det', 'trace'])

/** `\sin^{-1}` */
export const INVERSES: Readonly<Record<string, string>> = {
  sin: 'asin',
  cos: 'acos',
  tan: 'atan',
  sinh: 'asinh',
  cosh: 'acosh',
  tanh: 'atanh',
}

/** Words that are not read, and why. */
export const REFUSED: Readonly<Record<string, string>> = {
  lim: 'A limit is not read here.',
  int: 'An integral is not read here.',
  iint: 'An integral is not read here.',
  oint: 'An integral is not read here.',
  arg: 'arg is not read here.',
  argmax: 'arg max is not read here. Write the function that is maximised.',
  argmin: 'arg min is not read here. Write the function that is minimised.',
  sup: 'A supremum is not read here. Write max.',
  inf: 'An infimum is not read here. Write min.',
  gcd: 'gcd is not read here.',
  bigcup: 'A union is not read here.',
}
