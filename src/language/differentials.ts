import type { Span } from './syntax.ts'

export const DERIVATIVES = 'Derivatives are computed by themselves: write only the function.'

/** Whether it is a part of `df/dx` or `d/dx`. */
export const isDifferential = ({ from, to }: Span, source: string): boolean =>
  /^d\p{L}?$/u.test(source.slice(from, to)) &&
  (/\bd\p{L}*\s*\/\s*$/u.test(source.slice(Math.max(0, from - 20), from)) ||
    /^\s*\/\s*d\p{L}\b/u.test(source.slice(to, to + 20)))
