// Fails when the built page is too large. What is compressed on the way counts as gzip; fonts, compressed already, as they are.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1000
const LIMITS = { first: 160 * KB, python: 111 * KB, all: 1125 * KB }

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

const sizeOf = (file) => {
  const bytes = readFileSync(`dist/${file}`)
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length
}
const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0)

/** A chunk's file and those that it cannot run without. */
function withImports(key, files = new Set()) {
  const { file, imports = [] } = manifest[key]
  if (files.has(file)) return files
  files.add(file)
  for (const imported of imports) withImports(imported, files)
  return files
}

/** What is loaded for nothing but these. */
function alone(...keys) {
  const others = Object.keys(manifest).filter((key) => manifest[key].isEntry || manifest[key].isDynamicEntry)
  const elsewhere = new Set(others.filter((key) => !keys.includes(key)).flatMap((key) => [...withImports(key)]))
  return keys
    .flatMap((key) => [...withImports(key)])
    .filter((file, i, all) => !elsewhere.has(file) && all.indexOf(file) === i)
}

const served = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^dist\//, ''))

const sizes = {
  first: sum(withImports('index.html').add('theme.js')),
  python: sum(alone('src/compile/python.ts', 'src/ui/panels/program/python.ts')),
  all: sum(served),
}

const MEANING = {
  first: 'JavaScript before the first graph, gzip',
  python: 'what is for Python alone, gzip',
  all: 'all that is served, with fonts',
}
for (const [name, limit] of Object.entries(LIMITS)) {
  console.log(`${MEANING[name]}: ${(sizes[name] / KB).toFixed(1)} kB of ${limit / KB}`)
  if (sizes[name] > limit) process.exitCode = 1
}
