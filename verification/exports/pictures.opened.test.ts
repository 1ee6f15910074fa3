import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MomentPicture } from '../../src/exports/exported.ts'
import { PICTURE_FORMATS } from '../../src/exports/picture/formats.ts'
import type { DrawnShape, DrawnText } from '../../src/picture/drawing/drawing.ts'
import { momentsOf } from '../fixtures/pictures.ts'
import { HOSTILE, OPENED } from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'gradual-pictures-'))

const textsIn = (shapes: readonly DrawnShape[]): DrawnText[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : shape.kind === 'group' ? textsIn(shape.shapes) : []))

/** The numbers that stand in a picture, as it writes them; with the minus of whoever reads them. */
const numbersIn = ({ drawing }: MomentPicture): string[] =>
  textsIn(drawing.shapes)
    .filter(({ font }) => font === 'mono')
    .flatMap(({ text }) => text.replaceAll('−', '-').match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? [])
    .sort()

const read = (text: string): string[] => (text.replaceAll('−', '-').match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).sort()

/** Each program at its end, and in the middle of a derivative pass. */
const moments = Object.entries({ ...OPENED, hostile: HOSTILE }).flatMap(([name, program]) => {
  const all = momentsOf(program, 'compare')
  return [
    { name: `${name}, at its end`, picture: all[all.length - 1] },
    { name: `${name}, midway`, picture: all[Math.floor(0.7 * all.length)] },
  ]
})

function written(name: keyof typeof PICTURE_FORMATS, picture: MomentPicture, place: string): string {
  const path = join(folder, `${place.replace(/\W+/g, '-')}.${PICTURE_FORMATS[name].extension}`)
  writeFileSync(path, PICTURE_FORMATS[name].write(picture))
  return path
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })

const pdfText = (pdf: string): string => run('pdftotext', '-layout', pdf, '-')

/** Every number of the picture is among those that were read. */
function expectNumbers(picture: MomentPicture, found: readonly string[]): void {
  const left = [...found]
  for (const number of numbersIn(picture)) {
    const place = left.indexOf(number)
    expect(place, `${number} in ${found.join(' ')}`).toBeGreaterThanOrEqual(0)
    left.splice(place, 1)
  }
}

describe.each(moments)('$name', ({ name, picture }) => {
  test('librsvg draws the SVG in its size', () => {
    const png = join(folder, 'drawn.png')
    run('rsvg-convert', '--output', png, written('svg', picture, name))
    const size = readFileSync(png).readUInt32BE(16)
    expect(size).toBe(Math.ceil(picture.drawing.width + 24))
  })

  test('LaTeX sets the TikZ without an error, with every number', () => {
    const source = written('tikz', picture, name)
    run('pdflatex', '-no-shell-escape', '-interaction=nonstopmode', '-halt-on-error', source)
    expectNumbers(picture, read(pdfText(source.replace(/tex$/, 'pdf'))))
  })

  test('Typst sets its document, with every number', async () => {
    const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler')
    const source = readFileSync(written('typst', picture, name), 'utf8')
    const pdf = join(folder, 'typst.pdf')
    writeFileSync(pdf, NodeCompiler.create().pdf({ mainFileContent: source }))
    expectNumbers(picture, read(pdfText(pdf)))
  })

  test('Graphviz reads the graph: a node for each, with every number, and an edge for each', () => {
    const groups = picture.drawing.shapes.filter((shape) => shape.kind === 'group')
    const { objects, edges } = JSON.parse(run('dot', '-Tjson', written('dot', picture, name)))
    expect(objects).toHaveLength(groups.filter(({ of }) => of === 'node').length)
    expect(edges ?? []).toHaveLength(groups.filter(({ of }) => of === 'edge').length)
    expectNumbers(picture, read(objects.map(({ label }: { label: string }) => label).join('\n')))
  })
})
