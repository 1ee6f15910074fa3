import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { adoptedStyles } from './scripts/build/adoptedStyles.ts'
import { contentSecurityPolicy } from './scripts/build/contentSecurityPolicy.ts'
import { hostScripts } from './scripts/build/hostScripts.ts'
import { katexFonts } from './scripts/build/katexFonts.ts'
import { katexParts } from './scripts/build/katexParts.ts'
import { katexStyles } from './scripts/build/katexStyles.ts'
import { leanPreloads } from './scripts/build/leanPreloads.ts'
import { made } from './scripts/build/made.ts'
import { noProcess } from './scripts/build/noProcess.ts'
import { pureValues } from './scripts/build/pureValues.ts'
import { sharedChunks } from './scripts/build/sharedChunks.ts'
import { sharedWorkers } from './scripts/build/sharedWorkers.ts'
import { startChunks } from './scripts/build/startChunks.ts'

export default defineConfig({
  // Relative addresses: the folder works under any path of any static host.
  base: './',
  plugins: [
    react(),
    adoptedStyles(),
    hostScripts(),
    katexFonts(),
    katexParts(),
    katexStyles(),
    leanPreloads(),
    made(),
    noProcess(),
    pureValues(),
    sharedWorkers(),
    startChunks(),
    sharedChunks(),
    contentSecurityPolicy(),
  ],
  optimizeDeps: { exclude: ['style-mod', 'katex'] },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    manifest: true,
    license: { fileName: 'licences.md' },
    // The policy allows no data: address for scripts, styles and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    // Files name one another hundreds of times, so short names make what loads first smaller.
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash:7].js`,
      },
    },
  },
})
