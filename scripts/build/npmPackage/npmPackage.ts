import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { writeDeclarations } from './declarations.ts'

/** What stands beside the modules as it is. */
const COPIED = {
  'resvg.wasm': 'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  'README.md': 'docs/package.md',
  LICENSE: 'LICENSE',
  // Of the fonts that outlines of letters are cut from.
  'OFL.txt': 'public/OFL.txt',
}

/** Makes the folder a package that can be packed and installed: it needs no other one. */
export const npmPackage = (): Plugin => {
  let folder = ''
  return {
    name: 'npm-package',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir
    },
    closeBundle: () => {
      for (const [name, source] of Object.entries(COPIED)) copyFileSync(source, join(folder, name))
      writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
      writeDeclarations(join(folder, 'types'))
    },
  }
}

function manifest() {
  const { name, version, description, license, engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  return {
    ...{ name, version, description, license, type: 'module', engines },
    exports: { '.': { types: './types/core.d.ts', default: './core.js' } },
    bin: { gradual: 'gradual.js' },
  }
}
