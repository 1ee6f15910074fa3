import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jacobian, primal } from '../../src/core.ts'
import { published } from '../../src/examples/published.ts'
import { type BlankKind, type DocumentName, documentFile } from '../../src/exports/documents/documents.ts'
import { entriesOf, short } from '../../src/notation/numbers.ts'
import { closedOf } from '../fixtures/compiled.ts'
import { HOSTILE_PROGRAM, solutionOf } from '../fixtures/documents.ts'
import { ARRAYS, MLP } from '../fixtures/programs.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const KINDS: ReadonlySet<BlankKind> = new Set(['tangents', 'adjoints'])

/** Compiled by pdfLaTeX, twice as tables over several pages need, and read back. */
async function readBack(program: string, document: DocumentName): Promise<{ text: string; log: string }> {
  const { data } = await documentFile(solutionOf(program), document, 'LaTeX', KINDS)
  writeFileSync(join(folder, 'it.tex'), data)
  const run = (command: string, ...options: string[]) =>
    execFileSync(command, options, { cwd: folder, encoding: 'utf8', timeout: 300_000, maxBuffer: 2 ** 28 })
  const options = ['-no-shell-escape', '-interaction=nonstopmode', '-halt-on-error', 'it.tex']
  run('pdflatex', ...options)
  const log = run('pdflatex', ...options)
  return { text: run('pdftotext', '-layout', 'it.pdf', '-'), log }
}

/** As a text that was typeset has it: minus signs and powers are no longer told from others. */
const figures = (number: number): string => short(Math.abs(number)).replace(/×10.*$/, '')

const PROGRAMS = [...published.map(({ program }) => program).slice(0, 6), ...ARRAYS.slice(2, 4), MLP]

test.each(PROGRAMS)('pdfLaTeX sets every derivative of program %#', async (program) => {
  const found = Object.values(jacobian(primal(closedOf(program).graph), 'reverse')).flatMap((row) =>
    Object.values(row).flatMap((value) => entriesOf(value)),
  )
  for (const document of ['trace', 'solution', 'key'] as const) {
    const { text, log } = await readBack(program, document)
    for (const number of found) expect(text).toContain(figures(number))
    expect(log).not.toMatch(/^Overfull \\hbox \(([5-9]\d|\d{3})/m)
  }
})

test('pdfLaTeX sets a hostile program as text, and does nothing that it says', async () => {
  for (const document of ['trace', 'solution', 'worksheet', 'key'] as const) {
    const { text, log } = await readBack(HOSTILE_PROGRAM, document)
    expect(text.replace(/\s+/g, ' ')).toContain(
      '\\end{document}\\input{/etc/passwd}\\write18{touch owned} $x$ ^^5c ~ # % { } }} \\',
    )
    expect(text).not.toContain('root:')
    expect(existsSync(join(folder, 'owned'))).toBe(false)
    expect(log).not.toMatch(/^! /m)
  }
})
