import { displayName } from '../../notation/names.ts'
import { htmlText } from './htmlText.ts'
import { COMMAND_SIGNS, DELIMITERS, FUNCTIONS, OPERATORS } from './mathSigns.ts'

/** A formula of `notation/latex.ts` as MathML, which browsers draw and screen readers say; in display style its fractions are large. */
export const mathml = (latex: string, isDisplay = false): string =>
  `<math${isDisplay ? ' displaystyle="true"' : ''}>${row(new MathReader(latex).read())}</math>`

const row = (parts: readonly string[]): string => (parts.length === 1 ? parts[0] : `<mrow>${parts.join('')}</mrow>`)

const sign = (text: string): string => `<mo>${htmlText(text)}</mo>`

const TOKENS = /\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\s+|./gsu

/** Reads what our notation writes, no more of LaTeX than that. */
class MathReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(latex: string) {
    this.#tokens = latex.match(TOKENS) ?? []
  }

  /** Up to one of these, which is read over. */
  read(...ends: readonly string[]): string[] {
    const parts: string[] = []
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++]
      if (ends.includes(token)) break
      if (token === '_' || token === '^') this.#attach(parts, token)
      // A sign, not an operation.
      else if (token === '-' && /^$|<\/mo>$/.test(parts.at(-1) ?? '')) parts.push('<mo form="prefix">−</mo>')
      else parts.push(...this.#part(token))
    }
    return parts
  }

  /** A command’s operand: a group, or the next sign. */
  #operand(): string {
    this.#skipSpace()
    const token = this.#tokens[this.#at++] ?? ''
    return token === '{' ? row(this.read('}')) : row(this.#part(token))
  }

  /** What stands in braces, as it stands. */
  #words(): string {
    let depth = 0
    let text = ''
    do {
      const token = this.#tokens[this.#at++] ?? '}'
      if (token === '{') depth++
      else if (token === '}') depth--
      else text += token.length === 2 && token[0] === '\\' ? token[1] : token
    } while (depth > 0)
    return text
  }

  #skipSpace(): void {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++
  }

  #attach(parts: string[], mark: string): void {
    const base = parts.pop() ?? '<mrow></mrow>'
    const script = this.#operand()
    const before = /^<msub>(.*)<\/msub>$/s.exec(base)
    if (mark === '^' && before) parts.push(`<msubsup>${before[1]}${script}</msubsup>`)
    else parts.push(mark === '_' ? `<msub>${base}${script}</msub>` : `<msup>${base}${script}</msup>`)
  }

  #part(token: string): string[] {
    if (/^\s/.test(token)) return []
    if (token === '{') return [row(this.read('}'))]
    if (/^\d/.test(token)) return [`<mn>${token}</mn>`]
    if (token.length > 1 && token[0] === '\\') return this.#command(token.slice(1))
    if (/^\p{L}/u.test(token)) return [`<mi>${htmlText(token)}</mi>`]
    return [sign(token === '-' ? '−' : token)]
  }

  #command(name: string): string[] {
    if (name in COMMAND_SIGNS) return [COMMAND_SIGNS[name]]
    if (name in OPERATORS) return [sign(OPERATORS[name])]
    if (FUNCTIONS.has(name)) return this.#applied(name)
    switch (name) {
      case 'frac':
        return [`<mfrac>${this.#operand()}${this.#operand()}</mfrac>`]
      case 'sqrt':
        return [this.#root()]
      case 'dot':
      case 'bar':
      case 'overline':
        // As an accent a dot would touch its letter.
        return [
          name === 'dot'
            ? `<mover>${this.#operand()}<mo>˙</mo></mover>`
            : `<mover accent="true">${this.#operand()}<mo>¯</mo></mover>`,
        ]
      case 'underset': {
        const under = this.#operand()
        return [`<munder>${this.#operand()}${under}</munder>`]
      }
      case 'htmlClass': {
        const role = this.#words()
        return [`<mrow class="${htmlText(role)}">${this.#operand()}</mrow>`]
      }
      case 'operatorname':
        return this.#applied(this.#words())
      case 'mathit':
      case 'textit':
        return [`<mi class="word">${htmlText(this.#words())}</mi>`]
      case 'mathrm':
      case 'text':
      case 'textrm':
        return [`<mtext>${htmlText(this.#words()).replace(/^ | $/g, '\u00a0')}</mtext>`]
      case 'left':
        return [this.#fenced()]
      case 'begin':
        return [this.#environment()]
      case 'scriptscriptstyle':
        return []
    }
    const letter = displayName(name)
    return [letter === name ? `<merror><mtext>${htmlText(name)}</mtext></merror>` : `<mi>${letter}</mi>`]
  }

  /** A function before what it is applied to: brackets need no space. */
  #applied(name: string): string[] {
    const next = this.#tokens.slice(this.#at).find((token) => !/^\s/.test(token))
    const gap = next === undefined || /^(\\left|[_^(}&])$/.test(next) ? '' : '<mspace width="0.17em"/>'
    return [`<mi>${htmlText(name)}</mi>${gap}`]
  }

  #root(): string {
    if (this.#tokens[this.#at] !== '[') return `<msqrt>${this.#operand()}</msqrt>`
    this.#at++
    const degree = row(this.read(']'))
    return `<mroot>${this.#operand()}${degree}</mroot>`
  }

  #delimiter(): string {
    this.#skipSpace()
    const token = this.#tokens[this.#at++] ?? ''
    return DELIMITERS[token] ?? token
  }

  /** What is not tall keeps brackets that do not stretch, which stand closer. */
  #fenced(): string {
    const open = this.#delimiter()
    const inside = row(this.read('\\right'))
    const isTall = /<m(frac|table|munder|root|sqrt)/.test(inside)
    const fence = (text: string) => (text === '.' ? '' : `<mo stretchy="${isTall}">${htmlText(text)}</mo>`)
    return `<mrow>${fence(open)}${inside}${fence(this.#delimiter())}</mrow>`
  }

  #environment(): string {
    const name = this.#words()
    const lines: string[][][] = [[[]]]
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++]
      const line = lines[lines.length - 1]
      const cell = line[line.length - 1]
      if (token === '\\end') break
      if (token === '&') line.push([])
      else if (token === '\\\\') lines.push([[]])
      else if (token === '_' || token === '^') this.#attach(cell, token)
      else cell.push(...this.#part(token))
    }
    this.#words()
    const table = lines.map((cells) => `<mtr>${cells.map((cell) => `<mtd>${row(cell)}</mtd>`).join('')}</mtr>`).join('')
    const [open, close] = name === 'cases' ? ['{', ''] : ['[', ']']
    const fence = (text: string) => text && `<mo stretchy="true">${text}</mo>`
    return `<mrow>${fence(open)}<mtable>${table}</mtable>${fence(close)}</mrow>`
  }
}
