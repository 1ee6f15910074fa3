import { expect, test } from 'vitest'
import type { Modules } from './roots.ts'
import { sharedChunk } from './sharedChunks.ts'
import { startChunk } from './startChunks.ts'

/** Who imports whom, other than at run time. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  '/src/main.tsx': ['/index.html'],
  '/src/ui/App.tsx': ['/src/main.tsx'],
  '/src/graph/graph.ts': ['/src/ui/App.tsx', '/src/state/compile.worker.ts'],
  '/src/state/compile.worker.ts': [],
  '/src/ui/Late.tsx': [],
  '/src/ui/only.ts': ['/src/ui/Late.tsx'],
  // A worker loads it at run time.
  '/src/exports/Film.tsx': [],
  '/src/exports/frame.ts': ['/src/exports/Film.tsx', '/src/ui/App.tsx'],
  '/src/exports/xml.ts': ['/src/exports/Film.tsx', '/src/ui/Late.tsx'],
  '/src/ui/lesson/Lesson.tsx': [],
  '/src/ui/lesson/Scene.tsx': [],
  '/src/ui/both.ts': ['/src/ui/Late.tsx', '/src/ui/lesson/Lesson.tsx'],
  '/src/ui/told.ts': ['/src/ui/lesson/Lesson.tsx', '/src/ui/lesson/Scene.tsx'],
  '/src/state/linkState.ts': [],
  '/src/state/link.ts': ['/src/state/linkState.ts', '/src/ui/Late.tsx'],
  '/src/language/tokenize.ts': ['/src/state/linkState.ts', '/src/state/compile.worker.ts'],
  '/src/language/parse.ts': ['/src/state/compile.worker.ts', '/src/ui/Late.tsx'],
  '/node_modules/d3/src/index.js': ['/src/ui/App.tsx'],
  '/node_modules/katex/katex.js': ['/src/ui/Late.tsx', '/src/ui/lesson/Lesson.tsx'],
}
function dynamicImporters(id: string): string[] {
  if (id === '/src/exports/Film.tsx') return ['/src/state/compile.worker.ts']
  return /\/[A-Z]\w+\.tsx$|linkState/.test(id) && id !== '/src/ui/App.tsx' ? ['/src/ui/App.tsx'] : []
}
const MODULES: Modules = {
  getModuleInfo: (each) => ({
    importers: [...(IMPORTERS[each] ?? [])],
    dynamicImporters: dynamicImporters(each),
    isEntry: each === '/index.html',
  }),
}
const chunkOf = (id: string) => startChunk(id, MODULES)

test('what the first graph needs is in two files, one of which workers share', () => {
  expect(chunkOf('/src/ui/App.tsx')).toBe('page')
  expect(chunkOf('/src/graph/graph.ts')).toBe('engine')
})

test('what a worker loads at run time it finds in files that have nothing of the page', () => {
  expect(chunkOf('/src/exports/frame.ts')).toBe('engine')
  expect(sharedChunk('/src/exports/xml.ts', MODULES)).toBe('common')
})

test('what comes later stays by itself', () => {
  expect(chunkOf('/src/ui/only.ts')).toBeNull()
  expect(chunkOf('/src/state/compile.worker.ts')).toBeNull()
  expect(chunkOf('/node_modules/d3/src/index.js')).toBeNull()
})

test('what several late parts have in common is in five files; a part itself, its own and packages are not', () => {
  const sharedOf = (id: string) => sharedChunk(id, MODULES)
  expect(sharedOf('/src/language/parse.ts')).toBe('common')
  expect(sharedOf('/src/ui/both.ts')).toBe('panels')
  expect(sharedOf('/src/state/link.ts')).toBe('links')
  expect(sharedOf('/src/language/tokenize.ts')).toBe('language')
  expect(sharedOf('/src/ui/told.ts')).toBe('lessons')
  for (const id of [
    '/src/ui/only.ts',
    '/src/ui/Late.tsx',
    '/src/state/compile.worker.ts',
    '/node_modules/katex/katex.js',
  ])
    expect(sharedOf(id)).toBeNull()
})
