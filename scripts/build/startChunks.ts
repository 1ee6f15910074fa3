import type { Plugin } from 'vite'
import { isForWorkers, type Modules, rootsOf } from './roots.ts'

/**
 * What the first graph needs is two files instead of some sixty, which compress better together: what workers need as well,
 * and the rest. The name of the file that a module goes to; null for what loads later.
 */
export function startChunk(id: string, modules: Modules): string | null {
  const roots = rootsOf(id, modules)
  if (ENTRY.test(id) || PARTLY.test(id) || !roots.some((root) => ENTRY.test(root))) return null
  return isForWorkers(id, modules) ? 'engine' : 'page'
}

/** Packages with one face, through which everything in them seems to be imported: most of it is not, at first. */
const PARTLY = /node_modules\/(d3|d3-[a-z]+|internmap|delaunator|robust-predicates|lucide-react)\//
const ENTRY = /index\.html$|src\/main\.tsx$/

export const startChunks = (): Plugin => ({
  name: 'start-chunks',
  apply: 'build',
  config: () => ({
    build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: startChunk, priority: 2 }] } } } },
  }),
})
