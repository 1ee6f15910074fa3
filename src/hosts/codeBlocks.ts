/** Code of the language `gradual`, as HTML, Sphinx and Jupyter Book, MkDocs, Jekyll and others write it. */
const BLOCKS = [
  'pre > code.language-gradual',
  'pre.gradual',
  'pre.language-gradual',
  'div.highlight-gradual pre',
  'div.language-gradual pre',
].join()

/** What of the page is the block as a whole. */
const WHOLE = 'div.highlight-gradual, div.language-gradual'

const OPTION = /^#\|\s*([a-z-]+)\s*:\s*(.*?)\s*$/

/** Lines `#| mode: reverse` at the head of a block are attributes. */
function optionsIn(text: string): {
  readonly program: string
  readonly options: readonly (readonly [string, string])[]
} {
  const lines = text.replace(/\n$/, '').split('\n')
  const end = lines.findIndex((line) => !OPTION.test(line))
  const head = lines.slice(0, end < 0 ? lines.length : end)
  const options = head.map((line) => line.match(OPTION)?.slice(1, 3) as [string, string])
  return { program: lines.slice(head.length).join('\n'), options }
}

/** Puts a graph in the place of each block; the block stays in it, for print. */
export function replaceCodeBlocks(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>(BLOCKS)]
  const whole = blocks.map((block) => block.closest<HTMLElement>(WHOLE) ?? block.closest('pre') ?? block)
  for (const block of new Set(whole)) if (!block.closest('gradual-graph')) replace(block)
}

function replace(block: HTMLElement): void {
  const { program, options } = optionsIn((block.querySelector('code, pre') ?? block).textContent ?? '')
  const graph = document.createElement('gradual-graph')
  for (const [name, text] of [...dataOf(block), ...options]) if (ALLOWED.test(name)) graph.setAttribute(name, text)
  graph.setAttribute('program', program)
  block.replaceWith(graph)
  graph.append(block)
}

const ALLOWED = /^(mode|pass|step|theme|hide|lang|granularity|direction|constants|title|height|takes-keys)$/

/** `data-mode="reverse"` on the block says the same. */
const dataOf = ({ dataset }: HTMLElement) => Object.entries(dataset).map(([name, text]) => [name, text ?? ''] as const)
