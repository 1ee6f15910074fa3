import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOSTILE } from '../../verification/exports/programs.ts'
import { ARRAYS, LECTURE } from '../../verification/fixtures/programs.ts'
import { differentiate } from '../core.ts'
import { carriedIn } from '../exports/carried/carriedIn.ts'
import { commandLine } from './commandLine.ts'
import './headless.ts'

const TORCH = [
  'import torch',
  'w = torch.tensor([0.5, -1.0], requires_grad=True)',
  'loss = sum(torch.tanh(w[k]) * (k + 1) for k in range(2))',
  'loss.backward()',
].join('\n')

/** Files of texts have no such letter. */
const HOSTILE_FILE = HOSTILE.replaceAll('\0', '')

const PROGRAMS = [LECTURE, TORCH, HOSTILE_FILE, ...ARRAYS.slice(0, 7)]

const folder = mkdtempSync(join(tmpdir(), 'gradual-cli-'))

/** What a call writes and says, the program coming by stdin. */
async function ran(line: string, program = '') {
  const written: (string | Uint8Array)[] = []
  const said: string[] = []
  const code = await commandLine(line.split(' '), {
    stdin: async () => new TextEncoder().encode(program),
    stdout: (data) => written.push(data),
    stderr: (text) => said.push(text),
    isTerminal: false,
    wasm: async () => new Uint8Array(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm')),
    version: async () => '1.2.3',
  })
  return { code, out: written[0] ?? null, text: String(written[0]), said: said.join('') }
}

/** A document whose elements begin and end in pairs, with nothing in it that could be more than text. */
function expectWellFormed(svg: string): void {
  const open: string[] = []
  const rest = svg.replace(/<(\/?)([\w:]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, isEmpty) => {
    if (end) expect(open.pop()).toBe(name)
    else if (!isEmpty) open.push(name)
    expect(['script', 'style', 'foreignObject', 'a', 'image']).not.toContain(name)
    return ''
  })
  expect(open).toEqual([])
  expect(rest).not.toMatch(/<|&(?!(amp|lt|gt|quot|#39);)/)
}

describe.each(PROGRAMS.map((program) => [program.split('\n')[0], program]))('%s', (_, program) => {
  test('as data: outputs and Jacobian are those that differentiate gives, and each node at its end has its number', async () => {
    for (const mode of ['forward', 'reverse'] as const) {
      const data = JSON.parse((await ran(`render - --json --mode ${mode}`, program)).text)
      const { outputs, jacobian } = JSON.parse(JSON.stringify(differentiate(program, { mode })))
      expect(data).toMatchObject({ program, mode, outputs, jacobian })
      for (const [name, value] of Object.entries(outputs)) {
        const node = data.nodes.find(({ names }: { names: string[] }) => names.includes(name))
        if (node) expect(node.value).toEqual(value)
      }
    }
  })

  test('as pictures: SVG, PNG of its size, TikZ, Typst and DOT', async () => {
    const svg = (await ran('render - --svg', program)).text
    expectWellFormed(svg)
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) as RegExpExecArray
    const png = Buffer.from((await ran('render - --png --scale 1.5', program)).out as Uint8Array)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      [width, height].map((px) => Math.ceil(1.5 * Number(px))),
    )
    for (const picture of [Buffer.from(svg), png])
      expect(carriedIn('picture', picture)).toMatchObject({ carried: { program } })
    expect((await ran('render - --tikz', program)).text).toMatch(/\\end\{tikzpicture\}/)
    expect((await ran('render - --typst', program)).code).toBe(0)
    expect((await ran('render - --dot', program)).text).toMatch(/^digraph gradual \{$/m)
  })
})

describe('the moment', () => {
  const titleOf = async (line: string, program = LECTURE) =>
    JSON.parse((await ran(`render - --json ${line}`, program)).text).title

  test('is the step that is named, of the first pass where none is', async () => {
    expect(await titleOf('--mode reverse --step 3')).toBe('Reverse mode, f, step 3 of 5')
    expect(await titleOf('--mode forward --step 1')).toBe('Forward mode, x1, step 1 of 4')
    expect(await titleOf('--mode forward --pass x2')).toBe('Forward mode, x2, step 3 of 3')
    expect(await titleOf('--pass primal --step 2')).toBe('Primal pass, step 2 of 5')
  })

  test('beyond the end of a pass is its end, and that is said', async () => {
    const { code, text, said } = await ran('render - --json --mode reverse --step 7', LECTURE)
    expect([code, JSON.parse(text).title]).toEqual([0, 'Reverse mode, f, step 5 of 5'])
    expect(said).toBe('gradual: The pass has 5 steps; this is its end.\n')
  })

  test('knows of a node only what the pass has come to; no path is null', async () => {
    const { nodes } = JSON.parse((await ran('render - --json --mode forward --pass x2 --step 2', LECTURE)).text)
    const [x1, x2, , product, f] = nodes.map(({ tangents }: { tangents: object }) => tangents)
    expect(x1).toEqual({ x1: 1, x2: null })
    expect(x2).toEqual({ x1: null, x2: 1 })
    expect(product).toEqual({ x1: 3, x2: 2 })
    expect(f).toEqual({ x1: 2.5838531634528574 })
  })

  test('is that of a link, whose place gives way to what options say', async () => {
    const link = `#v=1&program=${encodeURIComponent(LECTURE)}&mode=reverse&pass=f&step=2`
    const of = async (more: string) => JSON.parse((await ran(`render --json --link ${link}${more}`)).text).title
    expect(await of('')).toBe('Reverse mode, f, step 2 of 5')
    expect(await of(' --step 4')).toBe('Reverse mode, f, step 4 of 5')
    expect(await of(' --mode forward')).toBe('Forward mode, x2, step 3 of 3')
  })

  test('keeps hidden what its link hides, in numbers, words and results', async () => {
    const { text } = await ran('render - --json --link #v=1&mode=reverse&pass=f&step=2&hide=adjoints', LECTURE)
    const { nodes, jacobian, sentence } = JSON.parse(text)
    expect([jacobian, nodes[3].adjoints.f]).toEqual(['?', '?'])
    expect(sentence).toContain('?')
    expect(text).not.toContain('2.58')
  })

  test('of a hostile link is text as well', async () => {
    const { code, text } = await ran(`render --svg --link #v=1&program=${encodeURIComponent(HOSTILE)}`)
    expect(code).toBe(0)
    expectWellFormed(text)
  })

  test('is that of a picture that was saved', async () => {
    const file = join(folder, 'saved.svg')
    expect((await ran(`render - --svg --mode reverse --step 2 --out ${file}`, LECTURE)).code).toBe(0)
    expect(JSON.parse((await ran(`render ${file} --json`)).text).title).toBe('Reverse mode, f, step 2 of 5')
  })

  test('has the calls of functions open where that is asked for', async () => {
    const program = 'g(a) = exp(a) + a\nx = 1\nf = g(x)*g(2*x)'
    const count = async (line: string) => JSON.parse((await ran(`render - --json${line}`, program)).text).nodes.length
    expect([await count(''), await count(' --open')]).toEqual([5, 7])
  })

  test('has numbers that JSON has no digits for by their names', async () => {
    const { text } = await ran('render - --json', 'x = 0\nf = log(-1 + x)\ng = 1/x')
    expect(JSON.parse(text).outputs).toEqual({ f: 'NaN', g: 'Infinity' })
  })
})

describe('besides', () => {
  test('the trace is a table as far as the passes have come', async () => {
    const { text } = await ran('render - --trace=csv --mode reverse --step 2', LECTURE)
    expect(text.split('\r\n')).toEqual([
      'node,operation,value,"adjoint, seed f"',
      ...[
        'x1,input,2,',
        'x2,input,3,',
        'v1,sin(x₁),0.9092974268256817,',
        'v2,x₁·x₂,6,1',
        'f,v₁ + v₂,6.909297426825682,1',
        '',
      ],
    ])
  })

  test('the worked solution and code have the numbers of the program', async () => {
    expect((await ran('render - --solution --mode reverse', LECTURE)).text).toContain('2.584')
    expect((await ran('render - --solution=html', LECTURE)).text).toMatch(/^<!doctype html>/)
    for (const language of ['pytorch', 'jax', 'numpy', 'typescript'])
      expect((await ran(`render - --code ${language}`, LECTURE)).text).toContain('sin(x1)')
    expect((await ran('render - --code numpy --link #v=1&hide=values', LECTURE)).code).toBe(1)
  })
})

describe('files', () => {
  test('of all steps are numbered, whatever the program’s names are', async () => {
    const out = join(folder, 'steps')
    const program = 'a = 1\noutput f = a*2'.replaceAll('a', 'C:x').replaceAll('C:x', '__proto__')
    expect((await ran(`render - --svg --steps all --mode reverse --out ${out}`, program)).code).toBe(0)
    expect(readdirSync(out)).toEqual(['step-0.svg', 'step-1.svg', 'step-2.svg', 'step-3.svg', 'step-4.svg'])
    expect(readFileSync(join(out, 'step-1.svg'), 'utf8')).toContain('<title>Primal pass, step 1 of 2</title>')
  })

  test('are not begun where they cannot be written', async () => {
    const { code, said } = await ran(`render - --svg --out ${join(folder, 'none', 'a.svg')}`, LECTURE)
    expect(code).toBe(2)
    expect(said).toContain('there is no such file or folder')
    const before = join(folder, 'plain')
    writeFileSync(before, 'kept')
    expect((await ran(`render - --svg --steps all --out ${before}`, LECTURE)).code).toBe(2)
    expect(readFileSync(before, 'utf8')).toBe('kept')
  })
})

describe('what is wrong', () => {
  test('with the program is said with its line and column, and nothing is written', async () => {
    const { code, out, said } = await ran('render - --svg', 'x = 1\ny = 2\nf = x*(y +')
    expect([code, out]).toEqual([1, null])
    expect(said).toMatch(/^stdin:3:\d+: error: /)
  })

  test('with a pass is said by its name', async () => {
    const { code, out, said } = await ran('render - --svg --mode reverse --pass x1', LECTURE)
    expect([code, out]).toEqual([2, null])
    expect(said).toContain('“x1”')
  })

  test('is never a command to the terminal', async () => {
    const { said } = await ran('render - --svg', 'x = "\u001b[2J\u0007"')
    expect(said).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('with a text in LaTeX is said with what it would be here', async () => {
    expect((await ran('render - --svg', '\\frac{x^2}{2}')).said).toMatch(/\n {4}x\^2\/2\n/)
  })

  test('an empty program has nothing to draw', async () => {
    for (const program of ['', ' \n', '# only words']) expect((await ran('render - --svg', program)).code).toBe(1)
  })
})

test('the version and the help go to stdout', async () => {
  expect((await ran('--version')).text).toBe('1.2.3\n')
  expect((await ran('--help')).text).toContain('gradual render PROGRAM')
})
