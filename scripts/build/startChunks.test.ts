import { expect, test } from 'vitest'
import { startChunk } from './startChunks.ts'

/** Who imports whom, other than at run time. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  '/src/main.tsx': ['/index.html'],
  '/src/ui/App.tsx': ['/src/main.tsx'],
  '/src/graph/graph.ts': ['/src/ui/App.tsx', '/src/state/compile.worker.ts'],
  '/src/state/compile.worker.ts': [],
  '/src/ui/Late.tsx': [],
  '/src/ui/only.ts': ['/src/ui/Late.tsx'],
  '/node_modules/d3/src/index.js': ['/src/ui/App.tsx'],
}
const chunkOf = (id: string) =>
  startChunk(id, {
    getModuleInfo: (each) => ({ importers: [...(IMPORTERS[each] ?? [])], isEntry: each === '/index.html' }),
  })

test('what the first graph needs is in two files, one of which workers share', () => {
  expect(chunkOf('/src/ui/App.tsx')).toBe('page')
  expect(chunkOf('/src/graph/graph.ts')).toBe('engine')
})

test('what comes later stays by itself', () => {
  expect(chunkOf('/src/ui/only.ts')).toBeNull()
  expect(chunkOf('/src/state/compile.worker.ts')).toBeNull()
  expect(chunkOf('/node_modules/d3/src/index.js')).toBeNull()
})
