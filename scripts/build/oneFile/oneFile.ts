import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rollup } from 'vite'

const WORKER = /new URL\('(\.[^']+\.worker\.ts)', import\.meta\.url\), \{ type: 'module' \}/

/** Nothing from anywhere: what runs is what stands in the file, letter by letter. */
const policyOf = (scripts: readonly string[], styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    'font-src data:',
    'img-src data:',
    // The page's own script again.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * As it can stand in a page, where what would end a script means the same inside strings and templates; and in a worker that is no
 * module, which has no `import.meta`. There is no other file that it could lead to.
 */
const scriptText = (code: string): string =>
  code
    .replaceAll('import.meta', '({})')
    .replaceAll('\r', '')
    .replace(/<(?=\/script|!--)/gi, '\\x3C')
    .trim()

/** Goes with the page wherever it goes, unseen. */
const asText = (licences: string): string =>
  `<template id="licences">${[licences, readFileSync('public/OFL.txt', 'utf8')].join('\n').replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</template>`

/** The page as one HTML file that works from a disk: scripts, styles, fonts, lessons and workers stand in it. */
export const oneFile = (name: string): Plugin => ({
  name: 'one-file',
  apply: 'build',
  enforce: 'post',
  config: () => ({
    publicDir: false,
    build: {
      emptyOutDir: false,
      manifest: false,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }),
  transform: {
    order: 'pre',
    filter: { code: WORKER },
    async handler(code, importer) {
      const [address, path] = WORKER.exec(code) ?? []
      const worker = path && (await this.resolve(path, importer))
      if (!worker) throw new Error(`${importer} starts a worker that is not there: ${path}`)
      const named = worker.id.slice(worker.id.indexOf('/src/'))
      const own = `ownAddress(), { name: '${named}' }`
      return {
        code: `import { ownAddress } from '/scripts/build/oneFile/ownAddress.ts'\n${code.replace(address as string, own)}`,
        map: null,
      }
    },
  },
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace('/src/main.tsx', '/scripts/build/oneFile/entry.ts')
        .replace(/<link\s+rel="preload"[^>]*>\s*/g, '')
        .replace(/<link rel="(manifest|apple-touch-icon)"[^>]*>\s*/g, '')
        .replace('./favicon.svg', `data:image/svg+xml;base64,${readFileSync('public/favicon.svg', 'base64')}`),
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html'] as Rollup.OutputAsset
      const theme = scriptText(readFileSync('public/theme.js', 'utf8'))
      const scripts: string[] = [theme]
      const styles: string[] = []
      let licences = ''
      for (const [file, made] of Object.entries(bundle)) {
        if (made.type === 'chunk') scripts.push(scriptText(made.code))
        else if (file.endsWith('.css')) styles.push(String(made.source).replaceAll('\r', '').trim())
        else if (file === 'licences.md') licences = String(made.source)
        else if (made !== page) throw new Error(`${file} is not in ${name}`)
        delete bundle[file]
      }
      if (scripts.length !== 2) throw new Error(`${name} has ${scripts.length} scripts`)
      const html = String(page.source)
        .replace(/<(script type="module"|link rel="stylesheet")[^>]*>(<\/script>)?\s*/g, '')
        .replace(/<script\s+src="\.\/theme\.js"><\/script>/, () => `<script>${theme}</script>`)
        .replace(
          '<head>',
          () => `<head><meta http-equiv="Content-Security-Policy" content="${policyOf(scripts, styles)}">`,
        )
        .replace('</head>', () => `${styles.map((style) => `<style>${style}</style>`).join('')}</head>`)
        .replace('</body>', () => `${asText(licences)}<script type="module">${scripts[1]}</script></body>`)
      this.emitFile({ type: 'asset', fileName: name, source: html })
    },
  },
})
