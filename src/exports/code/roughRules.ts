import type { RoughRule } from './codeLanguage.ts'

const isLarge = (x: number): boolean => Math.abs(x) > 3

/** By the name of an operation: where libraries compute a derivative from a value that is near its limit by then. */
export const ROUGH: Readonly<Record<string, RoughRule>> = {
  tanh: { where: isLarge, says: 'The library takes 1 - tanh(x)^2, which loses its digits here.' },
  coth: { where: isLarge, says: 'The library takes 1 - tanh(x)^2, which loses its digits here.' },
  sigmoid: { where: (x) => x > 6, says: 'The library takes v*(1 - v), which loses its digits here.' },
  sinc: {
    where: (x) => Math.abs(x) < 0.1,
    says: 'The library takes a difference over x, which loses its digits here.',
  },
  softsign: { where: (x) => Math.abs(x) > 100, says: 'The library takes a difference, which loses its digits here.' },
  expm1: { where: (x) => x < -3, says: 'The library takes v + 1, which loses its digits here.' },
  elu: { where: (x) => x < -3, says: 'The library takes v + 1, which loses its digits here.' },
  selu: { where: (x) => x < -3, says: 'The library takes v + 1, which loses its digits here.' },
}
