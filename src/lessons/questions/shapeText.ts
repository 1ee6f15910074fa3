import type { Shape } from '../../primitives/shape.ts'

/** `2×3`, `2x3`, `2 by 3`, `(2, 3)`, `[2, 3]`; `3`, `(3,)`, `3-vector`; a number has the shape `()`. Null where it is none. */
export function shapeWritten(text: string): Shape | null {
  const plain = text.trim().toLowerCase()
  if (/^(\(\s*\)|\[\s*\]|(a )?(number|scalar))$/.test(plain)) return []
  const inner = /^[([](.*?),?\s*[)\]]$/.exec(plain)?.[1] ?? plain.replace(/(-vector| matrix| array)$/, '')
  const lengths = inner.split(/\s*(?:×|x|\*|,|\bby\b|·)\s*/).map((part) => part.trim())
  return lengths.length <= MOST_AXES && lengths.every((length) => /^\d{1,7}$/.test(length)) ? lengths.map(Number) : null
}

const MOST_AXES = 16
