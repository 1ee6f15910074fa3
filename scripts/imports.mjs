// Fails where a file of src imports what layers.json does not allow:
// "order": a part imports only from itself and from those before it. "apart": what stands in such a folder keeps to itself.
// "libraries": where each may be imported. Tests may import any library, files outside of src, and its public face.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

const { order, apart, libraries } = JSON.parse(readFileSync('layers.json', 'utf8'))

const PUBLIC_FACE = 'core.ts'
const isTest = (file) => /\.test\.tsx?$/.test(file)
const isIn = (part) => (file) => file === part || file.startsWith(`${part}/`)
/** A file's place in the order, -1 for none; a test stands with what it tests. */
const placeOf = (file) => order.findIndex((part) => isIn(part)(file.replace(/\.test(?=\.\w+$)/, '')))

/** What a file imports, with types, re-exports, imports at run time and workers, each with the line. */
function importsOf(file) {
  const text = readFileSync(`src/${file}`, 'utf8')
  const found = []
  const note = (literal) => {
    if (typeof literal?.value === 'string')
      found.push({ name: literal.value, line: text.slice(0, literal.start).split('\n').length })
  }
  const noteSource = ({ source }) => note(source)
  new Visitor({
    ImportDeclaration: noteSource,
    ExportNamedDeclaration: noteSource,
    ExportAllDeclaration: noteSource,
    ImportExpression: noteSource,
    TSImportType: noteSource,
    NewExpression({ callee, arguments: [address] }) {
      if (callee.name === 'URL' && /\.tsx?$/.test(address?.value)) note(address)
    },
  }).visit(parseSync(file, text).program)
  return found
}

/** Why a file may not import a library, or null. */
function libraryProblem(file, name) {
  if (isTest(file)) return null
  const [, parts] = Object.entries(libraries).find(([library]) => isIn(library)(name)) ?? []
  if (!parts) return 'is not among the libraries of layers.json'
  return parts.some((part) => isIn(part)(file)) ? null : `is only for ${parts.join(', ')}`
}

/** Why a file may not import another, or null. */
function fileProblem(file, imported) {
  if (isTest(file) && imported === PUBLIC_FACE) return null
  if (imported.startsWith('../')) return isTest(file) ? null : 'stands outside of src'
  const [from, to] = [placeOf(file), placeOf(imported)]
  if (to < 0) return 'stands in no part of layers.json'
  if (to > from) return `is of ${order[to]}, which comes after ${order[from]} in layers.json`
  const folder = apart.find((each) => isIn(each)(file) && isIn(each)(imported))
  const roomOf = (path) => path.slice(folder.length).split('/')[1]
  return folder && roomOf(file) !== roomOf(imported) ? `stands in another folder of ${folder}` : null
}

function problem(file, name) {
  if (!name.startsWith('.')) return libraryProblem(file, name)
  return fileProblem(file, posix.join(posix.dirname(file), name.replace(/\?.*/, '')))
}

function report(file, line, what) {
  console.error(`src/${file}:${line}: ${what}`)
  process.exitCode = 1
}

const files = readdirSync('src', { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort()

for (const file of files) {
  if (placeOf(file) < 0) report(file, 1, 'stands in no part of layers.json')
  for (const { name, line } of importsOf(file)) {
    const why = problem(file, name)
    if (why) report(file, line, `${name} ${why}`)
  }
}
