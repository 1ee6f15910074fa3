import type { Plugin } from 'vite'
import * as choices from '../../src/state/choices/start.ts'
import * as opening from '../../src/state/opening.ts'

/** A value of plain data as an expression. */
export function written(value: unknown): string {
  if (ArrayBuffer.isView(value)) return `new ${value.constructor.name}([${value}])`
  if (Array.isArray(value)) return `[${value.map(written)}]`
  if (value instanceof Set) return `new Set(${written([...value])})`
  if (value instanceof Map) return `new Map(${written([...value])})`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}:${written(of)}`)}}`
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const MODULES = { 'state/opening.ts': opening, 'state/choices/start.ts': choices }

/** Puts what some modules export into the page, in place of what makes it: the opening program's graph, the choices as at first. */
export const made = (): Plugin => ({
  name: 'made',
  apply: 'build',
  load: {
    filter: { id: /state\/(opening|choices\/start)\.ts$/ },
    handler: (id) => {
      const [, exported] = Object.entries(MODULES).find(([path]) => id.endsWith(path)) ?? []
      return Object.entries(exported ?? {})
        .map(([name, value]) => `export const ${name} = ${written(value)}`)
        .join('\n')
    },
  },
})
