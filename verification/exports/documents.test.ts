import { createHash } from 'node:crypto'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import { expect, test } from 'vitest'
import { jacobian, primal } from '../../src/core.ts'
import { examples } from '../../src/examples/examples.ts'
import { published } from '../../src/examples/published.ts'
import {
  type BlankKind,
  DOCUMENTS,
  type DocumentFormat,
  type DocumentName,
  documentFile,
} from '../../src/exports/documents/documents.ts'
import { STYLE } from '../../src/exports/documents/htmlStyle.ts'
import { mathml } from '../../src/exports/documents/mathml.ts'
import { valueAt } from '../../src/graph/nodes.ts'
import { entriesOf, exact, short } from '../../src/notation/numbers.ts'
import { readerName } from '../../src/notation/symbols.ts'
import { arrayPrimitives, primitives } from '../../src/primitives/index.ts'
import { finalAt } from '../../src/trace/frame.ts'
import { traceNodes } from '../../src/trace/table.ts'
import { closedOf } from '../fixtures/compiled.ts'
import { HOSTILE_PROGRAM, recordsOf, solutionOf } from '../fixtures/documents.ts'
import { ARRAYS, LECTURE } from '../fixtures/programs.ts'

const ADJOINTS: ReadonlySet<BlankKind> = new Set(['adjoints'])

const written = async (
  program: string,
  document: DocumentName,
  format: DocumentFormat,
  blank: ReadonlySet<BlankKind> = ADJOINTS,
): Promise<string> => String((await documentFile(solutionOf(program), document, format, blank)).data)

test.each(published)('the numbers of “$name” as data are the engine’s to the last digit', async ({ program }) => {
  const { lists } = solutionOf(program)
  const { graph, values } = lists[0].primal
  const passes = lists.flatMap((list) => Array.from({ length: list.count - 1 }, (_, i) => list.get(i + 1)))
  const [, ...rows] = recordsOf(await written(program, 'trace', 'CSV'))
  expect(rows).toHaveLength(traceNodes(graph).length)
  for (const [i, node] of traceNodes(graph).entries()) {
    const numbers = [valueAt(graph, node, values), ...passes.map((pass) => finalAt(pass, node))]
    expect(rows[i][0].replace(/^'/, '')).toBe(readerName(graph, node))
    expect(rows[i].slice(2)).toEqual(numbers.map(exact))
  }
  const [, ...steps] = recordsOf(await written(program, 'solution', 'CSV'))
  const found = [lists[0].get(0), ...passes].flatMap((pass) =>
    Array.from(pass.steps, (node) => exact(finalAt(pass, node))),
  )
  expect(steps.map((step) => step[3])).toEqual(found)
})

test.each(published)(
  'the derivatives of “$name” stand in each document, as the engine has them',
  async ({ program }) => {
    const found = Object.values(jacobian(primal(closedOf(program).graph), 'reverse')).flatMap((row) =>
      Object.values(row).flatMap((value) => entriesOf(value)),
    )
    for (const document of ['trace', 'solution', 'key'] as const) {
      const html = await written(program, document, 'HTML')
      const last = html.slice(html.search(/<h2>(Jacobian|Derivatives)/))
      const data = [...last.matchAll(/<data value="([^"]*)"/g)].map(([, value]) => Number(value))
      expect(data).toEqual(found)
      const markdown = await written(program, document, 'Markdown')
      for (const number of found.filter((x) => x !== 0)) expect(markdown).toContain(short(number))
    }
  },
)

test('the worked solution has every step of the lecture’s example, from the rule to the number', async () => {
  const text = await written(LECTURE, 'solution', 'Markdown')
  for (const title of [
    'Primal pass',
    'Tangent pass of x₁',
    'Tangent pass of x₂',
    'Adjoint pass of f',
    'Evaluation trace',
  ])
    expect(text).toContain(`\n## ${title}\n`)
  expect(text).toContain('**Step 5: x₁.** x₁ feeds two nodes, so its two contributions add up to 2.584.')
  expect(text).toContain('{\\bar{x}_{1}} = 3 - 0.4161 = {2.584}')
  expect(text).toContain('Forward mode takes 2 passes and')
})

test('a worksheet and its key have the same numbered blanks, and only the key has what is asked', async () => {
  const blank = new Set<BlankKind>(['adjoints', 'partials'])
  for (const format of ['Markdown', 'LaTeX', 'HTML'] as const) {
    const [sheet, key] = [
      await written(LECTURE, 'worksheet', format, blank),
      await written(LECTURE, 'key', format, blank),
    ]
    const marks = (text: string) =>
      [...text.matchAll(/_ \((\d+)\)|[\d–] \((\d+)\) \||\\(?:blank|filled)\{(\d+)\}|<small>\((\d+)\)/g)].map((found) =>
        Number(found.slice(1).find(Boolean)),
      )
    const expected = Array.from({ length: marks(key).length }, (_, i) => i + 1)
    expect(expected.length).toBeGreaterThan(8)
    expect(marks(key)).toEqual(expected)
    expect(marks(sheet)).toEqual(expected)
  }
  const all = new Set<BlankKind>(['values', 'partials', 'tangents', 'adjoints', 'rules'])
  for (const number of ['0.9093', '6.909', '2.584', '0.4161']) {
    expect(await written(LECTURE, 'worksheet', 'HTML', all)).not.toContain(number)
    expect(await written(LECTURE, 'key', 'HTML', all)).toContain(number)
  }
})

test('LaTeX closes what it opens, and what a program says stays text', async () => {
  for (const [program, document] of [
    ...DOCUMENTS.map((name) => [HOSTILE_PROGRAM, name] as const),
    ...ARRAYS.slice(2).map((program) => [program, 'key'] as const),
  ]) {
    const text = await written(program, document, 'LaTeX')
    const open: string[] = []
    for (const [, kind, name] of text.matchAll(/\\(begin|end)\{(\w+\*?)\}/g))
      if (kind === 'begin') open.push(name)
      else expect(open.pop()).toBe(name)
    expect(open).toEqual([])
    expect(text.match(/(?<!\\)(\\\\)*\{/g)?.length).toBe(text.match(/(?<!\\)(\\\\)*\}/g)?.length)
    expect(text.match(/\\(input|write|verb|catcode|immediate|href|url)\b/g)).toBeNull()
    expect(text.match(/\\end\{document\}/g)).toHaveLength(1)
    expect(
      text
        .split('\n')
        .slice(1)
        .filter((line) => !line.startsWith('% ') && /(?<!\\)%/.test(line)),
    ).toEqual([])
  }
})

test('in a page nothing that a program says is an element, and its policy allows no script', async () => {
  const hash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
  for (const document of DOCUMENTS) {
    const html = await written(HOSTILE_PROGRAM, document, 'HTML')
    const tags = new Set(Array.from(html.matchAll(/<([a-z0-9]+)/gi), ([, name]) => name.toLowerCase()))
    for (const name of ['script', 'img', 'iframe', 'merror']) expect(tags).not.toContain(name)
    expect(html).toContain(`default-src 'none'; style-src ${hash};`)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<[^>]* on\w+=/g)).toBeNull()
    const levels = Array.from(html.matchAll(/<h(\d)>/g), ([, level]) => Number(level))
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(html.match(/<table>\n?<caption>/g)?.length ?? html.match(/<table>/g)?.length).toBe(
      html.match(/<table>/g)?.length,
    )
    expect(html.match(/<th(?! scope="(row|col)")[ >]/g)).toBeNull()
  }
})

test('in Markdown nothing that a program says is markup, and the program stands as it was typed', async () => {
  const python = '# <b>\nimport numpy as np\nx = 2.0  # </code>\ny = np.sin(x)*x\n'
  for (const program of [HOSTILE_PROGRAM, python])
    for (const document of DOCUMENTS) {
      const root = fromMarkdown(await written(program, document, 'Markdown'), {
        extensions: [math()],
        mdastExtensions: [mathFromMarkdown()],
      })
      const kinds = new Set(root.children.map(({ type }) => type))
      expect([...kinds].filter((kind) => !['heading', 'paragraph', 'code', 'math'].includes(kind))).toEqual([])
      const inside = root.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
      const links = inside.filter(({ type }) => type === 'link')
      expect(links).toHaveLength(1)
      expect(inside.filter(({ type }) => !['text', 'strong', 'link'].includes(type))).toEqual([])
      expect(root.children.find(({ type }) => type === 'code')).toMatchObject({ value: program.trimEnd() })
    }
})

test('a spreadsheet computes nothing of what a program says, and reads every number', async () => {
  for (const document of ['trace', 'solution'] as const)
    for (const field of recordsOf(await written(HOSTILE_PROGRAM, document, 'CSV')).flat())
      if (/^[=+\-@\t\r]/.test(field)) expect(field).toBe(String(Number(field)))
})

test('every formula that the page can write is MathML', async () => {
  const operands = ['x', 'y', 'z', 'w']
  for (const { latex, name } of [...primitives, ...arrayPrimitives])
    expect(mathml(latex(...operands.slice(0, Math.max(latex.length, 1)))), name).not.toContain('<merror')
  for (const { program } of examples.filter((_, i) => i % 4 === 0))
    expect(await written(program, 'worksheet', 'HTML')).not.toContain('<merror')
})

test('what is too long is cut, and says so', async () => {
  const lines = Array.from({ length: 700 }, (_, i) => `y${i + 1} = sin(${i === 0 ? 'x' : `y${i}`})`)
  const text = await written(['x = 1', ...lines].join('\n'), 'solution', 'Markdown')
  expect(text).toContain('It ends here after 2,000 steps')
  expect(text.match(/\*\*Step /g)).toHaveLength(2000)
})
