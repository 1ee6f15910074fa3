import { copyFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The command line and the engine as modules for Node, with all that they need beside them. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  plugins: [
    {
      name: 'resvg',
      closeBundle: () => copyFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'dist-cli/resvg.wasm'),
    },
  ],
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20.19',
    license: { fileName: 'licences.md' },
    rolldownOptions: { input: { gradual: 'src/cli/main.ts', core: 'src/core.ts' } },
  },
})
