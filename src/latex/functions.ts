/** Words of mathematics that are functions of ours, in lower case. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  cot: 'cot',
  sec: 'sec',
  csc: 'csc',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  artanh: 'atanh',
  arsinh: 'asinh',
  arcosh: 'acosh',
  exp: 'exp',
  ln: 'log',
  log: 'log',
  lg: 'log10',
  max: 'max',
  min: 'min',
  abs: 'abs',
  sgn: 'sign',
  sign: 'sign',
  erf: 'erf',
  relu: 'relu',
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  softplus: 'softplus',
  logsumexp: 'logsumexp',
  gelu: 'gelu',
  silu: 'silu',
  swish: 'swish',
  det: 'det',
  tr: 'trace',
  trace: 'trace',
  diag: 'diag',
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
