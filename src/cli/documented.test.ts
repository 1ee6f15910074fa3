import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { commandLine } from './commandLine.ts'
import { OPTIONS } from './options.ts'
import './headless.ts'

const TEXT = readFileSync('docs/command-line.md', 'utf8')

/** The calls that the document shows, as a shell would split them. */
const calls = [...TEXT.matchAll(/^gradual (render .+)$/gm)].map(([, line]) =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, '')),
)

test('what the document shows runs as it stands there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradual-documented-'))
  writeFileSync(join(folder, 'program.txt'), LECTURE)
  for (const call of calls) {
    const said: string[] = []
    const args = (call.includes('<') ? call.slice(0, call.indexOf('<')) : call).map((word, at) =>
      /^\w+\.\w+$/.test(word) || call[at - 1] === '--out' ? join(folder, word) : word,
    )
    const code = await commandLine(args, {
      stdin: async () => new TextEncoder().encode(LECTURE),
      stdout: () => {},
      stderr: (text) => said.push(text),
      isTerminal: false,
      wasm: async () => new Uint8Array(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm')),
      version: async () => '',
    })
    expect([code, said.join('')], call.join(' ')).toEqual([0, ''])
    const out = call.indexOf('--out')
    if (out >= 0) expect(statSync(join(folder, call[out + 1])).size).toBeGreaterThan(0)
  }
})

test('every option stands in the document', () => {
  expect(calls.length).toBeGreaterThan(5)
  for (const name of Object.keys(OPTIONS)) if (name !== 'version') expect(TEXT).toContain(`--${name}`)
})
