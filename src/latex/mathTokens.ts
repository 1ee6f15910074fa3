import type { Span } from '../language/syntax.ts'
import { cellsOf, inside, type MathNode, Unread } from './mathNode.ts'
import type { Letter, MathToken, Read } from './mathToken.ts'
import { accentOf, fence, letterOf, operatorOf } from './spellings.ts'

const ARRAY_FONTS = new Set(['mathbf', 'boldsymbol', 'mathsfbf', 'bm', 'bold'])
const SPACES = new Set(['kern', 'spacing', 'mathchoice', 'internal', 'cr'])

/** Reads the nodes of a formula that starts `shift` letters into the text. */
export function mathTokens(nodes: readonly MathNode[], shift: number): MathToken[] {
  return grouped(new Reader(shift).read(nodes))
}

class Reader {
  readonly #shift: number
  constructor(shift: number) {
    this.#shift = shift
  }

  read(nodes: readonly MathNode[], isArray = false): MathToken[] {
    return nodes.flatMap((node) => this.#tokens(node, isArray))
  }

  spanOf(nodes: readonly MathNode[]): Span {
    const placed = nodes.flatMap((node) => extent(node))
    return { from: Math.min(...placed) + this.#shift, to: Math.max(...placed) + this.#shift }
  }

  #tokens(node: MathNode, isArray: boolean): MathToken[] {
    if (SPACES.has(node.type)) return []
    if (node.type === 'supsub') return this.#withScripts(node, isArray)
    const transparent =
      node.type === 'styling' || node.type === 'color' || node.type === 'ordgroup' || isBoldClass(node)
    if (transparent && node.type === 'ordgroup' && inside(node).length > 1)
      return [this.#made(node, { kind: 'fenced', left: '', right: '', nodes: inside(node) })]
    if (transparent) return this.read(inside(node), isArray)
    return [this.#made(node, this.#readOne(node, isArray))]
  }

  #withScripts(node: MathNode, isArray: boolean): MathToken[] {
    const base = node.base ? this.#tokens(node.base, isArray) : []
    const last = base.at(-1)
    if (!last) throw new Unread('An index or exponent stands here without what it belongs to.', this.spanOf([node]))
    const isTwice = (last.sub && node.sub) || last.sup
    if (isTwice) throw new Unread('Two exponents or indices follow each other here.', this.spanOf([node]))
    const { to } = this.spanOf([node])
    return [...base.slice(0, -1), { ...last, to, sub: node.sub ?? last.sub, sup: node.sup ?? null }]
  }

  #made(node: MathNode, read: Read): MathToken {
    return { ...this.spanOf([node]), sub: null, sup: null, ...read }
  }

  #readOne(node: MathNode, isArray: boolean): Read {
    const { text = '' } = node
    switch (node.type) {
      case 'mathord':
        return this.#letter(node, isArray)
      case 'textord':
        return this.#ordinary(node)
      case 'atom':
        return this.#atom(node, text)
      case 'accent':
      case 'overline':
        return this.#accented(node)
      case 'font':
        return this.#inFont(node)
      case 'op':
      case 'operatorname':
      case 'text':
        return { kind: 'word', word: node.name ? node.name.slice(1) : this.#letters(inside(node)) }
      case 'genfrac':
        if (!node.hasBarLine) break
        return { kind: 'fraction', over: node.numer as MathNode, under: node.denom as MathNode }
      case 'sqrt':
        return { kind: 'root', of: node.body as MathNode, degree: node.index ?? null }
      case 'leftright': {
        const [only, ...others] = inside(node)
        if (only?.type === 'array' && others.length === 0 && node.left === '\\{')
          return { kind: 'rows', cells: cellsOf(only) }
        return { kind: 'fenced', left: fence(node.left ?? ''), right: fence(node.right ?? ''), nodes: inside(node) }
      }
      case 'delimsizing':
        return bracket(fence(node.delim ?? ''), node.mclass === 'mclose' ? 'close' : 'open')
      case 'array':
        return { kind: 'fenced', left: 'rows', right: 'rows', nodes: [node] }
      case 'mclass':
        if (this.#letters(inside(node)) === 'mod') return { kind: 'operator', text: 'mod' }
        break
      case 'htmlmathml':
        if (JSON.stringify(node).includes('≠')) return { kind: 'operator', text: '!=' }
    }
    throw new Unread(`${WORDS[node.type] ?? 'This sign'} is not read here.`, this.spanOf([node]))
  }

  #letter(node: MathNode, isArray: boolean): Letter {
    const name = (node.text ?? '').replace(/^\\/, '')
    return { kind: 'letter', name: letterOf(name), isArray }
  }

  #ordinary(node: MathNode): Read {
    const { text = '' } = node
    if (/^[\d.]$/.test(text)) return { kind: 'number', digits: text }
    if (text === '\\infty') return { kind: 'word', word: '∞' }
    const fenced = fence(text)
    if (fenced === '|' || fenced === '‖') return { kind: 'bar', text: fenced }
    if (/^\\[A-Z][a-z]+$/.test(text)) return this.#letter(node, false)
    const operator = operatorOf(text)
    if (operator) return { kind: 'operator', text: operator }
    throw new Unread(
      `“${text}” is not read here. ${HINTS[text] ?? 'Write it in other words, or leave it out.'}`,
      this.spanOf([node]),
    )
  }

  #atom(node: MathNode, text: string): Read {
    if (text === '!') throw new Unread(HINTS[text], this.spanOf([node]))
    if (node.family === 'open') return bracket(fence(text), 'open')
    if (node.family === 'close') return bracket(fence(text), 'close')
    if (text === ',') return { kind: 'comma' }
    const operator = operatorOf(text)
    if (operator) return { kind: 'operator', text: operator }
    if (text === '\\top' || text === '\\intercal') return { kind: 'operator', text: '⊤' }
    throw new Unread(
      `“${text}” is not read here. ${HINTS[text] ?? 'Write it in other words, or leave it out.'}`,
      this.spanOf([node]),
    )
  }

  #accented(node: MathNode): Letter {
    const base = node.base ?? (node.body as MathNode | undefined)
    const [letter, ...others] = base ? this.#tokens(base, false) : []
    if (letter?.kind !== 'letter' || others.length > 0)
      throw new Unread('An accent is read over one letter.', this.spanOf([node]))
    const label = node.label ?? '\\overline'
    if (label === '\\vec') return { ...letter, isArray: true }
    const accent = accentOf(label)
    if (!accent) throw new Unread(`${label} is not read here. Give the letter an index instead.`, this.spanOf([node]))
    return { ...letter, name: `${letter.name}_${accent}` }
  }

  /** `\mathbf{W}` is the letter, set as an array; `\mathrm{softmax}` is a word. */
  #inFont(node: MathNode): Read {
    const isArray = ARRAY_FONTS.has(node.font ?? '')
    const nodes = inside(node).flatMap((each) => (each.type === 'ordgroup' ? inside(each) : [each]))
    const [first] = nodes
    if (nodes.length === 1 && first) {
      const [letter] = this.#tokens(first, isArray)
      if (letter?.kind === 'letter') return { kind: 'letter', name: letter.name, isArray: isArray || letter.isArray }
      if (letter?.kind === 'number') return letter
    }
    if (node.font === 'mathbb')
      throw new Unread('A set of numbers is not read here. Leave it out.', this.spanOf([node]))
    return { kind: 'word', word: this.#letters(nodes) }
  }

  #letters(nodes: readonly MathNode[]): string {
    return nodes
      .filter(({ type }) => !SPACES.has(type))
      .map((node) => (node.text !== undefined && node.body === undefined ? node.text : this.#letters(inside(node))))
      .join('')
      .trim()
  }
}

/** What words name kinds of nodes that are not read. */
const WORDS: Readonly<Record<string, string>> = {
  genfrac: 'A binomial coefficient',
  horizBrace: 'A brace over or under a part of a formula',
  href: 'A link',
  tag: 'A tag',
  cdlabel: 'A diagram',
  xArrow: 'An arrow',
  phantom: 'A phantom',
  underline: 'An underline',
}

const HINTS: Readonly<Record<string, string>> = {
  '\\partial': 'Derivatives are what this page computes: write the function alone.',
  '\\nabla': 'Derivatives are what this page computes: write the function alone.',
  '!': 'A factorial is not read here. Write its number.',
  '\\to': 'Write a formula with “=”.',
  '\\approx': 'Write a formula with “=”.',
  '\\in': 'Leave the set out.',
  '\\pm': 'Write two formulas, one with + and one with −.',
}

/** Bold letters come in a class of their own. */
const isBoldClass = ({ type, mclass, body }: MathNode): boolean =>
  type === 'mclass' && mclass === 'mord' && Array.isArray(body) && body.length === 1

const bracket = (text: string, kind: 'open' | 'close'): Read =>
  text === '|' || text === '‖' ? { kind: 'bar', text } : { kind, text }

/** Where a node and what is in it stand. */
function extent(node: MathNode): number[] {
  const own = node.loc ? [node.loc.start, node.loc.end] : []
  const { base, sup, sub, numer, denom, index, body } = node
  const inner = [base, sup, sub, numer, denom, index].flatMap((each) => (each ? extent(each) : []))
  const below = body ? (Array.isArray(body) ? (body.flat() as MathNode[]) : [body as MathNode]).flatMap(extent) : []
  return [...own, ...inner, ...below]
}

/** Digits that stand together are one number. */
function grouped(tokens: readonly MathToken[]): MathToken[] {
  const made: MathToken[] = []
  for (const token of tokens) {
    const last = made.at(-1)
    const goesOn = last?.kind === 'number' && !last.sub && !last.sup && last.to === token.from
    if (token.kind === 'number' && goesOn)
      made[made.length - 1] = { ...token, from: last.from, digits: last.digits + token.digits }
    else made.push(token)
  }
  const bad = made.find((token) => token.kind === 'number' && !/^(\d+\.?\d*|\.\d+)$/.test(token.digits))
  if (bad) throw new Unread('This is no number that can be read.', bad)
  return made
}
