import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const SCRIPT = resolve('scripts/releases.mjs')
let folder = ''

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const put = () => run('node', SCRIPT)
const keep = () => run('node', SCRIPT, 'keep')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const version = (text: string) => writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: text }))

function build(text: string): void {
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), text)
  writeFileSync(join(folder, 'dist/assets/page.js'), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradual-releases-'))
  run('git', 'init', '-q')
  for (const [name, value] of Object.entries({ 'user.name': 'A', 'user.email': 'a@example.org' }))
    run('git', 'config', name, value)
  writeFileSync(join(folder, '.gitignore'), 'dist/\n')
  version('1.0.0')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a release stays as it was built while the page beside it goes on', () => {
  build('first')
  put()
  expect(read('dist/v1/index.html')).toBe('first')
  keep()
  build('second')
  put()
  expect(read('dist/index.html')).toBe('second')
  expect(read('dist/v1/index.html')).toBe('first')
  expect(read('dist/v1/assets/page.js')).toBe('first')
})

test('a release is kept once, and the next one beside it', () => {
  build('first')
  put()
  keep()
  expect(keep).toThrow(/v1 is released/)
  version('2.0.0')
  build('second')
  put()
  expect(read('dist/v2/index.html')).toBe('second')
  keep()
  build('third')
  put()
  expect([1, 2].map((number) => read(`dist/v${number}/index.html`))).toEqual(['first', 'second'])
  expect(run('git', 'ls-tree', '--name-only', 'releases').trim().split('\n')).toEqual(['v1', 'v2'])
  // Nothing of it is in the folder that one works in.
  expect(run('git', 'status', '--porcelain').trim().split('\n').sort()).toEqual(['?? .gitignore', '?? package.json'])
})

test('without a history today’s page stands in place of the release', () => {
  build('first')
  rmSync(join(folder, '.git'), { recursive: true })
  cpSync(join(folder, 'dist'), join(folder, 'dist-before'), { recursive: true })
  put()
  expect(read('dist/v1/index.html')).toBe('first')
})
