import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import layers from '../layers.json' with { type: 'json' }

const { order, apart } = layers
const libraries: Readonly<Record<string, readonly string[]>> = layers.libraries

const fileIn = (part: string) => (/\.tsx?$/.test(part) ? part : `${part}/planted.ts`)
const isIn = (part: string) => (other: string) => other === part || other.startsWith(`${part}/`)

let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
  for (const file of ['biome.json', 'layers.json']) cpSync(resolve(file), join(house, file))
})
afterEach(() => rmSync(house, { recursive: true }))

function plant(path: string, lines: readonly string[]): void {
  const file = join(house, 'src', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** Plants a file that imports others, one on each line. */
function plantImports(importer: string, files: readonly string[]): void {
  const addressOf = (file: string) => posix.relative(posix.dirname(importer), file).replace(/^(?!\.)/, './')
  plant(
    importer,
    files.map((file) => `import '${addressOf(file)}'`),
  )
}

const run = (command: string, options: readonly string[]) =>
  spawnSync(command, options, { cwd: house, encoding: 'utf8' })

/** The imports of the planted files that the rule rejects, as `path:line`. */
function rejected(): string[] {
  const { status, stderr } = run(process.execPath, [resolve('scripts/imports.mjs')])
  const lines = stderr.split('\n').filter(Boolean)
  expect(status).toBe(lines.length > 0 ? 1 : 0)
  return lines.map((line) => /^src\/([^:]+:\d+): /.exec(line)?.[1] ?? line).sort()
}

/** The lines of the planted files that the linter rejects by one rule, as `path:line`. */
function linted(rule: string): string[] {
  const options = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none']
  const { diagnostics } = JSON.parse(run(resolve('node_modules/.bin/biome'), options).stdout) as {
    diagnostics: { severity: string; category: string; location: { path: string; start: { line: number } } }[]
  }
  return diagnostics
    .filter(({ severity, category }) => severity === 'error' && category.endsWith(`/${rule}`))
    .map(({ location }) => `${location.path.replace('src/', '')}:${location.start.line}`)
    .sort()
}

test('every part of src that the list names is there', () => {
  const named = [...order, ...apart, ...Object.values(libraries).flat()]
  expect(named.filter((part) => part !== 'ui' && !existsSync(`src/${part}`))).toEqual([])
})

test('a part can import those before it in the list, and none of those after it', () => {
  const expected = order.flatMap((importer, place) => {
    const others = order.filter((part) => part !== importer)
    plantImports(fileIn(importer), others.map(fileIn))
    return others.flatMap((part, line) => (order.indexOf(part) > place ? [`${fileIn(importer)}:${line + 1}`] : []))
  })
  expect(rejected()).toEqual(expected.sort())
})

test('panels never import each other, but their own files and the floors below', () => {
  for (const folder of apart) {
    const [before = ''] = order.filter((_, place) => order[place + 1] === folder)
    plantImports(`${folder}/first/planted.ts`, [
      fileIn(before),
      `${folder}/first/own.ts`,
      `${folder}/first/room/own.ts`,
      `${folder}/second/planted.ts`,
      `${folder}/second/room/planted.ts`,
      `${folder}/common.ts`,
    ])
  }
  const expected = apart.flatMap((folder) => [4, 5, 6].map((line) => `${folder}/first/planted.ts:${line}`))
  expect(rejected()).toEqual(expected)
})

test('a library is imported only where the list has it, and no other is', () => {
  const names = Object.keys(libraries).flatMap((name) => [name, `${name}/part`])
  const expected = order.flatMap((part) => {
    plant(
      fileIn(part),
      [...names, 'unlisted'].map((name) => `import '${name}'`),
    )
    const isFree = (name: string) => libraries[name.replace(/\/part$/, '')].some((place) => isIn(place)(fileIn(part)))
    return [...names.map(isFree), false].flatMap((free, line) => (free ? [] : [`${fileIn(part)}:${line + 1}`]))
  })
  expect(rejected()).toEqual(expected.sort())
})

test('a file stands in a part of the list, and imports nothing outside of src', () => {
  plant('utils/planted.ts', ['export const planted = 1'])
  plantImports('main.tsx', ['utils/planted.ts', '../verification/planted.ts'])
  expect(rejected()).toEqual(['main.tsx:1', 'main.tsx:2', 'utils/planted.ts:1'])
})

test('a test stands with what it tests, but may use any library, the public face and what is outside of src', () => {
  plant('core.test.ts', ["import '../verification/planted.ts'", "import 'react'", "import './trace/planted.ts'"])
  plant('graph/planted.test.ts', ["import 'unlisted'", "import '../core.ts'", "import '../trace/planted.ts'"])
  expect(rejected()).toEqual(['core.test.ts:3', 'graph/planted.test.ts:3'])
})

test('types, re-exports, imports at run time and workers are imports too', () => {
  plant('language/planted.ts', [
    "import type { Pass } from '../trace/pass.ts'",
    "import { step } from '../trace/step.ts'",
    "export { frame } from '../trace/frame.ts'",
    "export * from '../trace/narration.ts'",
    "export type { Term } from '../trace/term.ts'",
    "export const pass = (): Promise<Pass> => import('../trace/pass.ts').then(step)",
    "export type Later = import('../trace/pass.ts').Later",
    "export const worker = () => new Worker(new URL('../trace/pass.worker.ts', import.meta.url))",
    "import text from '../trace/pass.ts?raw'",
  ])
  expect(rejected()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((line) => `language/planted.ts:${line}`))
})

test('files that import each other in a circle are rejected, also where only types go round', () => {
  plant('graph/a.ts', ["import { b } from './b.ts'", 'export const a = () => b()'])
  plant('graph/b.ts', ["import { c } from './c.ts'", 'export const b = () => c()'])
  plant('graph/c.ts', ["import { a } from './a.ts'", 'export const c = () => a()'])
  plant('graph/d.ts', ["import type { E } from './e.ts'", 'export type D = E | 1'])
  plant('graph/e.ts', ["import type { D } from './d.ts'", 'export type E = D[]'])
  const circle = ['a', 'b', 'c', 'd', 'e'].map((file) => `graph/${file}.ts:1`)
  expect(linted('noImportCycles')).toEqual(circle)
})

test('what stands above state in the list, and the command line, run without a DOM', () => {
  const lines = ['document', 'window', 'location', 'navigator', 'localStorage'].map((name) => `export default ${name}`)
  const expected = order.flatMap((part, place) => {
    plant(fileIn(part), lines)
    return place < order.indexOf('state') || part === 'cli' ? lines.map((_, line) => `${fileIn(part)}:${line + 1}`) : []
  })
  expect(linted('noRestrictedGlobals')).toEqual(expected.sort())
})

test('a component takes elements from its parent, not refs', () => {
  const lines = [
    "import type { RefObject } from 'react'",
    'export type Props = { readonly group: RefObject<HTMLElement | null> }',
  ]
  plant('ui/planted.tsx', lines)
  plant('ui/useWalk.ts', lines)
  expect(linted('noRestrictedTypes')).toEqual(['ui/planted.tsx:2'])
})
