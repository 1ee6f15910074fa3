import type { Plugin, Rollup } from 'vite'

interface Context {
  getModuleInfo(id: string): Pick<Rollup.ModuleInfo, 'importers' | 'isEntry'> | null
}

/**
 * What the first graph needs is two files instead of some sixty, which compress better together: what workers need as well,
 * and the rest. The name of the file that a module goes to; null for what loads later.
 */
export function startChunk(id: string, context: Context): string | null {
  const roots = rootsOf(id, context)
  if (ENTRY.test(id) || PARTLY.test(id) || !roots.some((root) => ENTRY.test(root))) return null
  return roots.some((root) => /\.worker\.ts$/.test(root)) ? 'engine' : 'page'
}

/** Packages with one face, through which everything in them seems to be imported: most of it is not, at first. */
const PARTLY = /node_modules\/(d3|d3-[a-z]+|internmap|delaunator|robust-predicates|lucide-react)\//
const ENTRY = /index\.html$|src\/main\.tsx$/

/** The entries that a module runs with: those that import it, themselves or by others, other than at run time. */
function rootsOf(id: string, context: Context): string[] {
  const seen = new Set([id])
  for (const each of seen) for (const importer of context.getModuleInfo(each)?.importers ?? []) seen.add(importer)
  return [...seen].filter((each) => context.getModuleInfo(each)?.isEntry || /\.worker\.ts$/.test(each))
}

export const startChunks = (): Plugin => ({
  name: 'start-chunks',
  apply: 'build',
  config: () => ({
    build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: startChunk }] } } } },
  }),
})
