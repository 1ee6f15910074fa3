import { build, type Plugin, type Rollup } from 'vite'

/** What other people’s pages load, by names that stay: a plain script for pages, a module for notebooks. */
const SCRIPTS = [
  { entry: 'src/hosts/gradual.ts', fileName: 'gradual.js', format: 'iife' },
  { entry: 'src/hosts/gradualWidget.ts', fileName: 'gradual-widget.js', format: 'es' },
] as const

/** Each by itself in one file, without anything of the page. */
async function built({ entry, fileName, format }: (typeof SCRIPTS)[number]): Promise<string> {
  const result = await build({
    ...{ configFile: false, publicDir: false, logLevel: 'warn' },
    build: {
      ...{ write: false, target: 'es2022', copyPublicDir: false, minify: true },
      rolldownOptions: {
        input: entry,
        output: { format, entryFileNames: fileName },
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const [{ output }] = [result].flat() as Rollup.RollupOutput[]
  return output[0].code
}

/** Puts `gradual.js` and `gradual-widget.js` beside the page. */
export const hostScripts = (): Plugin => ({
  name: 'host-scripts',
  apply: 'build',
  async generateBundle() {
    for (const script of SCRIPTS)
      this.emitFile({ type: 'asset', fileName: script.fileName, source: await built(script) })
  },
})
