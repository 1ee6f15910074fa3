import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** Folders and files of src: each may import those before it. */
const ORDER = [
  ...['language', 'primitives', 'graph', 'notation', 'autodiff', 'costs', 'methods', 'training'],
  ...['core.ts', 'trace', 'layout', 'picture', 'exports', 'lessons', 'state', 'ui', 'main.tsx'],
]

const WHERE_ALLOWED: Record<string, readonly string[]> = {
  react: ['ui', 'main.tsx'],
  'react-dom/client': ['ui', 'main.tsx'],
  'lucide-react': ['ui', 'main.tsx'],
  zustand: ['state', 'ui', 'main.tsx'],
  d3: ['layout', 'picture', 'ui', 'main.tsx'],
  'd3-shape': ['layout', 'picture', 'ui', 'main.tsx'],
}

const isFolder = (part: string) => !part.includes('.')
const fileIn = (part: string) => (isFolder(part) ? `${part}/planted.ts` : part)

let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
  cpSync(resolve('biome.json'), join(house, 'biome.json'))
})
afterEach(() => rmSync(house, { recursive: true }))

function plant(path: string, lines: readonly string[]): void {
  const file = join(house, 'src', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** The lines of the planted files that the linter rejects by one rule, as `path:line`. */
function rejected(rule: string): string[] {
  const options = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), options, { cwd: house, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { severity: string; category: string; location: { path: string; start: { line: number } } }[]
  }
  return diagnostics
    .filter(({ severity, category }) => severity === 'error' && category.endsWith(`/${rule}`))
    .map(({ location }) => `${location.path.replace('src/', '')}:${location.start.line}`)
    .sort()
}

test('a folder can import those before it in the list, and none of those after it', () => {
  const expected = ORDER.flatMap((importer, place) => {
    const others = ORDER.filter((part) => part !== importer)
    const up = isFolder(importer) ? '../' : './'
    plant(
      fileIn(importer),
      others.map((part) => `import '${up}${fileIn(part)}'`),
    )
    return others.flatMap((part, line) => (ORDER.indexOf(part) > place ? [`${fileIn(importer)}:${line + 1}`] : []))
  })
  expect(rejected('noRestrictedImports')).toEqual(expected.sort())
})

test('React is imported only in ui, zustand in state and ui, d3 in layout and ui', () => {
  const expected = ORDER.flatMap((importer) => {
    plant(
      fileIn(importer),
      Object.keys(WHERE_ALLOWED).map((library) => `import '${library}'`),
    )
    return Object.values(WHERE_ALLOWED).flatMap((allowed, line) =>
      allowed.includes(importer) ? [] : [`${fileIn(importer)}:${line + 1}`],
    )
  })
  expect(rejected('noRestrictedImports')).toEqual(expected.sort())
})

test('types, re-exports and imports at run time are imports too', () => {
  plant('language/planted.ts', [
    "import type { Pass } from '../trace/pass.ts'",
    "import { step } from '../trace/step.ts'",
    "export { frame } from '../trace/frame.ts'",
    "export * from '../trace/narration.ts'",
    "export type { Term } from '../trace/term.ts'",
    "export const pass = (): Promise<Pass> => import('../trace/pass.ts').then(step)",
  ])
  const lines = [1, 2, 3, 4, 5, 6].map((line) => `language/planted.ts:${line}`)
  expect(rejected('noRestrictedImports')).toEqual(lines)
})

test('files that import each other in a circle are rejected, also where only types go round', () => {
  plant('graph/a.ts', ["import { b } from './b.ts'", 'export const a = () => b()'])
  plant('graph/b.ts', ["import { c } from './c.ts'", 'export const b = () => c()'])
  plant('graph/c.ts', ["import { a } from './a.ts'", 'export const c = () => a()'])
  plant('graph/d.ts', ["import type { E } from './e.ts'", 'export type D = E | 1'])
  plant('graph/e.ts', ["import type { D } from './d.ts'", 'export type E = D[]'])
  const circle = ['a', 'b', 'c', 'd', 'e'].map((file) => `graph/${file}.ts:1`)
  expect(rejected('noImportCycles')).toEqual(circle)
})

test('what stands above state in the list runs without a DOM', () => {
  const lines = ['document', 'window', 'location', 'navigator', 'localStorage'].map((name) => `export default ${name}`)
  const expected = ORDER.flatMap((part, place) => {
    plant(fileIn(part), lines)
    return place < ORDER.indexOf('state') ? lines.map((_, line) => `${fileIn(part)}:${line + 1}`) : []
  })
  expect(rejected('noRestrictedGlobals')).toEqual(expected.sort())
})

test('a component takes elements from its parent, not refs', () => {
  const lines = [
    "import type { RefObject } from 'react'",
    'export type Props = { readonly group: RefObject<HTMLElement | null> }',
  ]
  plant('ui/planted.tsx', lines)
  plant('ui/useWalk.ts', lines)
  expect(rejected('noRestrictedTypes')).toEqual(['ui/planted.tsx:2'])
})
