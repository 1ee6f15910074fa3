import { expect, test } from 'vitest'
import { SNIPPETS } from './all.ts'
import type { EmbeddedGraph } from './snippet.ts'

const HOSTILE = `x = 1 # "><script>alert(1)</script><!-- ' \` $(rm) {{x}} \${x} ]]> ::: \`\`\`\n# </textarea></pre></iframe>\nf = x*x # [a](javascript:b) *c* _d_ |e| \\end{document} :::\n:::\n\`\`\`\`\n`

const link = `v=1&program=${encodeURIComponent(HOSTILE)}&mode=reverse&pass=f&step=2`

const graph = (picture: string | null): EmbeddedGraph => ({
  address: `https://host.example/gradual/#${link}&embed=1`,
  whole: `https://host.example/gradual/#${link}`,
  script: 'https://host.example/gradual/gradual.js',
  ...{ title: `Graph: ${HOSTILE}`, program: HOSTILE, width: null, height: 450, picture },
})

const written = SNIPPETS.flatMap(({ name, write }) =>
  [null, 'gradual-f.svg'].map((picture) => ({ name, picture, text: write(graph(picture)) })),
)

const TAGS = [
  'a',
  'div',
  'figcaption',
  'figure',
  'gradual-graph',
  'iframe',
  'img',
  'p',
  'pre',
  'script',
  'section',
  'style',
]

test.each(written)('$name with the picture $picture: the hostile program is text, in one frame', ({ name, text }) => {
  const tags = [...text.replace(/\]\(<https?:[^<>\s]*>\)|\]\(<[\w.-]+>\)/g, ']').matchAll(/<([^\s>/]*)/g)]
    .map(([, tag]) => tag)
    .filter(Boolean)
  expect(TAGS).toEqual(expect.arrayContaining(tags))
  const frames = tags.filter((tag) => tag === 'iframe' || tag === 'gradual-graph').length
  expect(frames + (text.match(/^:::\{iframe\} /gm)?.length ?? 0)).toBe(1)
  expect(tags.filter((tag) => tag === 'script')).toHaveLength(name === 'reveal' ? 1 : 0)
  expect(text).not.toMatch(/<!--|<script>alert|\[a\]\(javascript/)
})

/** An attribute as a browser reads it. */
const said = (attribute: string) =>
  attribute
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name as string] ?? '"')

test.each(written.filter(({ text }) => text.includes('<iframe')))(
  '$name has a title, loads lazily, and opens the embed',
  ({ text }) => {
    const [, src, title] = text.match(/<iframe src="([^"]*)" title="([^"]*)" loading="lazy"/) ?? []
    const fields = new URLSearchParams(new URL(said(src)).hash.slice(1).replaceAll('+', '%2B'))
    expect(fields.get('program')).toBe(HOSTILE)
    expect(fields.get('embed')).toBe('1')
    expect(title).toContain('&lt;script&gt;')
  },
)

test('no line of a snippet in Markdown ends its block early', () => {
  for (const { name, text } of written.filter(({ name }) => /quarto|myst|jupyter/.test(name))) {
    const fences = text.split('\n').filter((line) => /^(:::|```)/.test(line))
    expect(fences.length, name).toBe(name === 'myst' ? 2 : 6)
  }
})
