import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const ENTRY = 'core.d.ts'
const IMPORTED = /(?<=\bfrom '|\bimport\(')(\.[^']+)\.ts(?=')/g

/** Writes the types of the engine’s public face, with its docstrings, and of those only what it leads to. */
export function writeDeclarations(folder: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.package.json', '--outDir', folder], { stdio: 'inherit' })
  const kept = new Set([join(folder, ENTRY)])
  for (const file of kept) {
    const text = readFileSync(file, 'utf8')
    for (const [, path] of text.matchAll(IMPORTED)) kept.add(join(dirname(file), `${path}.d.ts`))
    // As Node names modules.
    writeFileSync(file, text.replace(IMPORTED, '$1.js'))
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file)
  }
}
