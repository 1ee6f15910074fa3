import { readFileSync } from 'node:fs'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

/** What the build wrote, by source. */
const manifest: Record<string, Chunk> = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function needed(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found
  found.add(key)
  for (const imported of manifest[key].imports ?? []) needed(imported, found)
  return found
}

const filesOf = (keys: Iterable<string>) => new Set([...keys].map((key) => manifest[key].file))

/** Files without which nothing runs. */
export const firstFiles = filesOf(needed('index.html'))

/** What loads late, by its source. */
export const lateParts = [...new Set(Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports))]

const stylesOf = (keys: Iterable<string>) => [...keys].flatMap((key) => manifest[key].css ?? [])
const firstStyles = new Set(stylesOf(needed('index.html')))

/** The style sheets of what loads late. */
export const lateStyles = [...new Set(lateParts.flatMap((part) => stylesOf(needed(part))))].filter(
  (file) => !firstStyles.has(file),
)

/** For each script that loads late, the parts that need it, by their source. */
const partsByFile = new Map<string, readonly string[]>()
for (const part of lateParts)
  for (const file of filesOf(needed(part)))
    if (!firstFiles.has(file)) partsByFile.set(file, [...(partsByFile.get(file) ?? []), part])

export interface Batch {
  readonly files: readonly string[]
  /** What needs one of them. */
  readonly parts: ReadonlySet<string>
}

/** Late scripts in batches that can fail at once: no part is without two of them. */
export function batches(): readonly Batch[] {
  const found: { files: string[]; parts: Set<string> }[] = []
  const byNeed = [...partsByFile].sort(([, a], [, b]) => b.length - a.length)
  for (const [file, without] of byNeed) {
    let batch = found.find(({ parts }) => without.every((part) => !parts.has(part)))
    if (!batch) {
      batch = { files: [], parts: new Set() }
      found.push(batch)
    }
    batch.files.push(file)
    for (const part of without) batch.parts.add(part)
  }
  return found
}
