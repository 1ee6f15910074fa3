// Fails when the built page, or another product, is too large. What is compressed on the way counts as gzip; fonts, pictures and zips,
// compressed already, as they are.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1000
/** The page with its fonts, and what only exports need, two thirds of which are libraries for slides, films and letters. The page in one file and in a zip is as large, but for what each needs besides. */
const [PAGE, EXPORTS] = [1175 * KB, 340 * KB]
/** Samples to learn from that stand in files of their own. */
const DATA = 40 * KB
const LIMITS = {
  first: 160 * KB,
  python: 111 * KB,
  linked: 240 * KB,
  scripts: 5 * KB,
  page: PAGE,
  exports: EXPORTS,
  data: DATA,
  install: 45 * KB,
  oneFile: 1.02 * (PAGE + EXPORTS) + DATA,
  course: 1.1 * (PAGE + EXPORTS) + DATA,
}

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

const sizeOf = (file) => {
  const bytes = readFileSync(`dist/${file}`)
  return /\.(woff2|png|zip)$/.test(file) ? bytes.length : gzipSync(bytes).length
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

/** What the browser asks for when the page is kept for times without a network, or installed. */
const INSTALL = /^(sw\.js|manifest\.webmanifest|icons\/.*)$/
const ONE_FILE = 'gradual.html'
const COURSE = 'gradual-scorm.zip'
/** Not the page: its other products, and releases. */
const APART = new RegExp(`${INSTALL.source}|^v\\d+/|^(${ONE_FILE}|${COURSE})$`)

const files = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^dist\//, ''))

/** Parts that load when something leaves the page. */
const ofExports = Object.keys(manifest).filter((key) => /\/(share|paper|exports|exporting)\//.test(key))
const exported = sum(alone(...ofExports.filter((key) => manifest[key].isEntry || manifest[key].isDynamicEntry)))

const data = sum(alone('src/training/digits.txt?raw'))

const sizes = {
  first: sum(withImports('index.html').add('theme.js')),
  python: sum(alone('src/compile/python.ts', 'src/ui/panels/program/python.ts')),
  linked: sum(
    ['index.html', 'src/state/linkState.ts', 'src/state/reading.ts'].reduce(
      (all, key) => withImports(key, all),
      new Set(['theme.js']),
    ),
  ),
  scripts: Math.max(sizeOf('gradual.js'), sizeOf('gradual-widget.js')),
  page: sum(files.filter((file) => !APART.test(file))) - exported - data,
  exports: exported,
  data,
  install: sum(files.filter((file) => INSTALL.test(file))),
  oneFile: sizeOf(ONE_FILE),
  course: sizeOf(COURSE),
}

const MEANING = {
  first: 'JavaScript before the first graph, gzip',
  python: 'what is for Python alone, gzip',
  linked: 'JavaScript before the graph of a link or an embed, gzip',
  scripts: 'what a page of somebody else’s loads, gzip',
  page: 'the page, with fonts',
  exports: 'what is for exports alone, gzip',
  data: 'data that are loaded when asked for, gzip',
  install: 'what keeps and installs the page',
  oneFile: 'the page as one file, gzip',
  course: 'the page for course platforms, zip',
}
for (const [name, limit] of Object.entries(LIMITS)) {
  console.log(`${MEANING[name]}: ${(sizes[name] / KB).toFixed(1)} kB of ${Math.round(limit / KB)}`)
  if (sizes[name] > limit) process.exitCode = 1
}
