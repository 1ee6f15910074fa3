import type { Plugin } from 'vite'

const WORKER = /new URL\('(\.[^']+\.worker\.ts)', import\.meta\.url\)/

/** Makes workers entries of the page's own build, so that they share its copy of the engine; Vite would bundle one for each. */
export const sharedWorkers = (): Plugin => ({
  name: 'shared-workers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { code: WORKER },
    async handler(code, importer) {
      const [address, path] = WORKER.exec(code) ?? []
      const worker = path && (await this.resolve(path, importer))
      if (!worker) throw new Error(`${importer} starts a worker that is not there: ${path}`)
      const file = this.emitFile({ type: 'chunk', id: worker.id })
      return { code: code.replace(address as string, `import.meta.ROLLUP_FILE_URL_${file}`), map: null }
    },
  },
})
