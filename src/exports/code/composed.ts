/** x − tanh(x) near 0, as the series that its record has: Σ 2k/(2k + 1)! · x^(2k + 1)/cosh(x). */
function shrunk(x: string): string {
  let sum = '1'
  for (let k = 9; k > 0; k--) sum = `(1 + square(${x})/${2 * k * (2 * k + 3)}*${sum})`
  return `${x}*square(${x})/3*${sum}/cosh(${x})`
}

/**
 * Operations of numbers that not every library has, in the program's own language: each with all its digits, and so that
 * libraries differentiate it without meeting an infinity in a branch that is not taken. A language that has one of them
 * says it by its own name.
 */
export const COMPOSED: Readonly<Record<string, string>> = {
  square: 'x*x',
  exp2: '2^x',
  sec: '1/cos(x)',
  csc: '1/sin(x)',
  cot: '1/tan(x)',
  sech: '1/cosh(x)',
  csch: '1/sinh(x)',
  coth: '1/tanh(x)',
  asec: 'atan2(sqrt(abs(x) - 1)*sqrt(abs(x) + 1), sign(x))',
  acsc: 'atan2(sign(x), sqrt(abs(x) - 1)*sqrt(abs(x) + 1))',
  acot: 'atan(1/x)',
  asech: 'log1p(sqrt((1 - x)*(1 + x))) - log(x)',
  acsch: 'asinh(1/x)',
  acoth: 'sign(x)*0.5*log1p(2/(abs(x) - 1))',
  logaddexp: 'max(x, y) + log1p(exp(-abs(x - y)))',
  relu: 'max(x, 0)',
  leakyrelu: 'where(x > 0, x, 0.01*x)',
  sigmoid: 'where(x >= 0, 1, exp(-abs(x)))/(1 + exp(-abs(x)))',
  softplus: 'max(x, 0) + log1p(exp(-abs(x)))',
  silu: 'x*sigmoid(x)',
  gelu: 'x*(0.5*erfc(-x*0.7071067811865476))',
  elu: 'where(x > 0, x, expm1(where(x > 0, 0, x)))',
  selu: 'where(x > 0, 1.0507009873554805*x, 1.7580993408473766*expm1(where(x > 0, 0, x)))',
  prelu: 'where(x > 0, x, y*x)',
  hardtanh: 'min(max(x, -1), 1)',
  relu6: 'min(max(x, 0), 6)',
  hardsigmoid: 'min(max(x + 3, 0), 6)/6',
  softsign: 'x/(1 + abs(x))',
  logsigmoid: 'min(x, 0) - log1p(exp(-abs(x)))',
  mish: 'x*tanh(softplus(x))',
  gelutanh: 'x*sigmoid(1.5957691216057308*x*(1 + 0.044715*x*x))',
  tanhshrink: `where(abs(x) <= 1, ${shrunk('min(max(x, -2), 2)')}, x - tanh(x))`,
  rsqrt: '1/sqrt(x)',
  round: 'where(abs(x - trunc(x)) >= 0.5, trunc(x) + sign(x), trunc(x))',
  floordiv: 'round((x - mod(x, y))/y)',
  heaviside: 'where(x == 0, y, where(x > 0, 1, where(x < 0, 0, x)))',
  logit: 'where(abs(x - 0.5) < 0.25, 2*atanh(2*x - 1), log(x/(1 - x)))',
  xlogy: 'x*log(where((x == 0)*(y <= 0), 1, y))',
}

/** Partials that overflow in the plain formula of their record where neither they nor their operands do, in other words. */
export const STEADY: Readonly<Record<string, readonly string[]>> = {
  atan2: ['y/hypot(x, y)/hypot(x, y)', '-x/hypot(x, y)/hypot(x, y)'],
  asinh: ['1/hypot(1, x)'],
  acosh: ['1/(sqrt(x - 1)*sqrt(x + 1))'],
  acsch: ['-1/(abs(x)*hypot(1, x))'],
}
