import type { Plugin } from 'vite'
import { opening } from '../../src/state/opening.ts'

/** A value of plain data as an expression. */
export function written(value: unknown): string {
  if (ArrayBuffer.isView(value)) return `new ${value.constructor.name}([${value}])`
  if (Array.isArray(value)) return `[${value.map(written)}]`
  if (value instanceof Map) return `new Map(${written([...value])})`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}:${written(of)}`)}}`
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** Puts the opening program's graph into the page in place of what compiles it. */
export const openingMade = (): Plugin => ({
  name: 'opening-made',
  apply: 'build',
  load: {
    filter: { id: /state\/opening\.ts$/ },
    handler: () => `export const opening = ${written(opening)}`,
  },
})
