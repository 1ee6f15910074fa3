import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const EXPORT =
  /^export (?:default )?(?:declare |abstract |async )*(function\*?|const|let|class|interface|type|enum) (\w+)/gm

interface Declared {
  readonly file: string
  readonly isType: boolean
}

/** By exported name: the files of src that declare it. */
function declaredNames(): Map<string, Declared[]> {
  const names = new Map<string, Declared[]>()
  for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path) || /\.(test|fuzz)\.|fixtures/i.test(path)) continue
    const file = path.replaceAll('\\', '/')
    for (const [, what, name] of readFileSync(`src/${path}`, 'utf8').matchAll(EXPORT)) {
      const isType = ['class', 'interface', 'type', 'enum'].includes(what)
      names.set(name, [...(names.get(name) ?? []), { file, isType }])
    }
  }
  return names
}

/** The rows of the glossary in ARCHITECTURE.md: word, meaning, type and the file that declares the type. */
function glossary(): string[][] {
  const [, section = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('\n## Glossary\n')
  const [table] = section.split('\n## ')
  return table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')))
}

test('the name of an exported type is exported by no other file', () => {
  const shared = [...declaredNames()].filter(([, all]) => {
    const files = new Set(all.map(({ file }) => file))
    return files.size > 1 && all.some(({ isType }) => isType)
  })
  const told = shared.map(([name, all]) => `${name} is exported by ${all.map(({ file }) => file).join(' and ')}`)
  expect(told, 'name each after what it is').toEqual([])
})

test('each word of the glossary stands once, with a type that its file exports', () => {
  const rows = glossary()
  expect(rows.length).toBeGreaterThan(30)
  const names = declaredNames()
  const wrong = rows.filter(([, , type, file]) => !names.get(type)?.some((each) => each.file === file))
  expect(
    wrong.map(([word, , type, file]) => `${word}: ${file} exports no ${type}`),
    'mend the row in ARCHITECTURE.md',
  ).toEqual([])
  for (const column of [0, 2]) {
    const all = rows.map((row) => row[column])
    expect(all.filter((each, i) => all.indexOf(each) < i)).toEqual([])
  }
})
