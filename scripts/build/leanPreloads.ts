import type { Plugin } from 'vite'

/**
 * A part that loads late names the files to load with it. This leaves out those that the page has had from the start, and all
 * of what a worker loads: it has no document to name them in.
 */
export function leanPreloads(): Plugin {
  const atStart = new Set<string>()
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
            return hostId.includes('.worker-') ? [] : files.filter((file) => !atStart.has(file))
          },
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const add = (file: string): void => {
          const chunk = bundle[file]
          if (atStart.has(file) || chunk?.type !== 'chunk') return
          atStart.add(file)
          for (const imported of chunk.imports) add(imported)
        }
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('index.html')) add(chunk.fileName)
      },
    },
  }
}
