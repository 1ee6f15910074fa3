import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rollup } from 'vite'

const FILE = 'sw.js'
const SOURCE = fileURLToPath(new URL('./serviceWorker.ts', import.meta.url))
/** What the page never asks for. */
const UNASKED = /^(licences\.md|OFL\.txt|\.vite\/.*|sw\.js|gradual(-widget)?\.js)$/

/** Tells the service worker what the page is made of. */
export const offline = (): Plugin => {
  let folder = ''
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ publicDir }) => {
      folder = publicDir
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const besides = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)] as const)
        const built = Object.values(bundle).map((made) => [made.fileName, contentOf(made)] as const)
        const files = [...besides, ...built]
          .filter(([file]) => !UNASKED.test(file))
          .sort(([a], [b]) => (a < b ? -1 : 1))
        const hash = createHash('sha256')
        for (const [file, content] of files) hash.update(file).update(content)
        const worker = bundle[FILE] as Rollup.OutputChunk
        const version = JSON.stringify(hash.digest('base64url').slice(0, 12))
        const names = JSON.stringify(files.map(([file]) => file))
        worker.code = `const FILES=${names},VERSION=${version};\n${worker.code}`
      },
    },
  }
}

const contentOf = (made: Rollup.OutputChunk | Rollup.OutputAsset) => (made.type === 'chunk' ? made.code : made.source)
