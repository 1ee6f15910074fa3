import type { Plugin } from 'vite'
import { isForWorkers, type Modules, rootsOf } from './roots.ts'

/**
 * What several parts that load late have in common is seven files instead of a hundred and fifty, most of less than a
 * kilobyte: what a link to a program needs before its graph, of it what workers need as well; of the rest what workers need,
 * what only exports do, of which workers need a part as well, what only lessons do, and the others. What a module needs is needed by all that needs
 * the module, so no two of these files import each other. The name of the file that a module goes to; null for what is
 * a part itself, is for one part alone, or belongs to a package, of which most parts need little.
 */
export function sharedChunk(id: string, modules: Modules): string | null {
  const info = modules.getModuleInfo(id)
  if (!info || /node_modules|\.css$|index\.html$|src\/main\.tsx$/.test(id)) return null
  const roots = rootsOf(id, modules)
  if (roots.length < 2 || roots.includes(id)) return null
  const isShared = isForWorkers(id, modules)
  if (roots.some((root) => LINKS.test(root))) return isShared ? 'language' : 'links'
  if (roots.every((root) => EXPORTS.test(root))) return isShared ? 'making' : 'exports'
  if (isShared) return 'common'
  return roots.every((root) => LESSONS.test(root)) ? 'lessons' : 'panels'
}

const LINKS = /\/state\/(linkState|reading)\.ts$/
const EXPORTS = /\/(share|paper|exports|exporting)\//
const LESSONS = /\/(lessons?|lessonEditor|practice|show|course)\//

export const sharedChunks = (): Plugin => ({
  name: 'shared-chunks',
  apply: 'build',
  config: () => ({
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [{ name: sharedChunk, priority: 1, includeDependenciesRecursively: false }] },
        },
      },
    },
  }),
})
