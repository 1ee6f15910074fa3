import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { adoptedStyles } from './scripts/build/adoptedStyles.ts'
import { contentSecurityPolicy } from './scripts/build/contentSecurityPolicy.ts'
import { coursePage } from './scripts/build/coursePage.ts'
import { hostScripts } from './scripts/build/hostScripts.ts'
import { katexFonts } from './scripts/build/katexFonts.ts'
import { katexParts } from './scripts/build/katexParts.ts'
import { katexStyles } from './scripts/build/katexStyles.ts'
import { leanPreloads } from './scripts/build/leanPreloads.ts'
import { made } from './scripts/build/made.ts'
import { noProcess } from './scripts/build/noProcess.ts'
import { offline } from './scripts/build/offline/offline.ts'
import { oneFile } from './scripts/build/oneFile/oneFile.ts'
import { pureValues } from './scripts/build/pureValues.ts'
import { sharedChunks } from './scripts/build/sharedChunks.ts'
import { sharedWorkers } from './scripts/build/sharedWorkers.ts'
import { startChunks } from './scripts/build/startChunks.ts'

/** What every form of the page is made by. */
const MAKING = [react(), adoptedStyles(), katexFonts(), katexParts(), katexStyles(), made(), noProcess(), pureValues()]

/** The page as a folder of files, most of which load late. */
const FOLDER = [
  hostScripts(),
  leanPreloads(),
  sharedWorkers(),
  startChunks(),
  sharedChunks(),
  contentSecurityPolicy(),
  coursePage(),
  offline(),
]

export default defineConfig(({ mode }) => ({
  // Relative addresses: the folder works under any path of any static host.
  base: './',
  plugins: [MAKING, mode === 'one-file' ? oneFile('gradual.html') : FOLDER],
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
}))
