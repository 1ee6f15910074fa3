import { defineConfig } from 'vite'
import { npmPackage } from './scripts/build/npmPackage/npmPackage.ts'

/** The command line and the engine, as modules for Node with all that they need beside them. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  plugins: [npmPackage()],
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20.19',
    license: { fileName: 'licences.md' },
    rolldownOptions: { input: { gradual: 'src/cli/main.ts', core: 'src/core.ts' } },
  },
})
