import type { Plugin } from 'vite'

/**
 * A part that loads late names the files to load with it. This leaves out those that the page has had from the start, and all
 * that is named by what workers load, with themselves or at run time: they have no document to name them in.
 */
export function leanPreloads(): Plugin {
  const atStart = new Set<string>()
  const inWorkers = new Set<string>()
  return {
    name: 'lean-preloads',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies(_, files, { hostId, hostType }) {
            if (hostType === 'html') return files
            return inWorkers.has(hostId) ? [] : files.filter((file) => !atStart.has(file))
          },
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const add = (file: string, to: Set<string>, atRunTime: boolean): void => {
          const chunk = bundle[file]
          if (to.has(file) || chunk?.type !== 'chunk') return
          to.add(file)
          for (const imported of chunk.imports) add(imported, to, atRunTime)
          if (atRunTime) for (const imported of chunk.dynamicImports) add(imported, to, atRunTime)
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          if (chunk.facadeModuleId?.endsWith('index.html')) add(chunk.fileName, atStart, false)
          if (chunk.facadeModuleId?.endsWith('.worker.ts')) add(chunk.fileName, inWorkers, true)
        }
        // What the page has from the start is the page's, though workers share it.
        for (const file of atStart) inWorkers.delete(file)
      },
    },
  }
}
