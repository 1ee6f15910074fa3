import type { Expression, InfixOperator, Span } from '../language/syntax.ts'
import { barred, bracketed, fenced } from './brackets.ts'
import { infix, number, prefix } from './expressions.ts'
import { letter } from './letters.ts'
import { type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import type { LatexNames, RunningIndex } from './names.ts'
import { type FormulaPart, scalar, unwrapped, wider } from './part.ts'
import { raised } from './powers.ts'
import { multiplied, PRODUCTS } from './products.ts'
import { fraction, root } from './quotients.ts'
import type { Reader } from './reader.ts'
import { cases, matrix } from './tables.ts'
import { word } from './words.ts'

const RELATIONS = new Set(['<', '<=', '>', '>=', '=', '!='])
/** Words around conditions. */
const CONDITIONS = new Set(['if', 'for', 'when', 'otherwise', 'else', 'and'])

/** Reads one formula, or a part of it in braces. What it does not read it throws as `Unread`. */
export class FormulaReader implements Reader {
  readonly names: LatexNames
  readonly shift: number
  readonly running: readonly RunningIndex[]
  readonly whole: Span
  readonly #tokens: readonly MathToken[]
  #at = 0

  constructor(
    tokens: readonly MathToken[],
    shift: number,
    names: LatexNames,
    running: readonly RunningIndex[],
    whole: Span,
  ) {
    this.#tokens = tokens
    this.shift = shift
    this.names = names
    this.running = running
    this.whole = whole
  }

  get next(): MathToken | undefined {
    return this.#tokens[this.#at]
  }

  get rest(): readonly MathToken[] {
    return this.#tokens.slice(this.#at + 1)
  }

  advance(count = 1): void {
    this.#at += count
  }

  of(tokens: readonly MathToken[], whole = this.whole): FormulaReader {
    return new FormulaReader(tokens, this.shift, this.names, this.running, whole)
  }

  inside(nodes: readonly MathNode[]): FormulaReader {
    return this.of(mathTokens(nodes.flatMap(unwrapped), this.shift))
  }

  productOver(index: RunningIndex): FormulaPart {
    const inner = new FormulaReader(this.#tokens.slice(this.#at), this.shift, this.names, [index], this.whole)
    const product = inner.#product()
    this.#at += inner.#at
    return product
  }

  value(): FormulaPart {
    const part = this.#sum()
    if (this.next) throw new Unread(strayWords(this.next), this.next)
    return part
  }

  condition(): Expression | null {
    while (this.next?.kind === 'word' && CONDITIONS.has(this.next.word.toLowerCase())) this.advance()
    if (!this.next) return null
    let left = this.#sum().expression
    let condition: Expression | null = null
    for (let { next } = this; next?.kind === 'operator' && RELATIONS.has(next.text); next = this.next) {
      this.advance()
      const right = this.#sum().expression
      const holds = infix((next.text === '=' ? '==' : next.text) as InfixOperator, left, right)
      condition = condition ? infix('*', condition, holds) : holds
      left = right
    }
    if (!condition || this.next) throw new Unread('This is no condition such as x > 0.', this.next ?? this.whole)
    return condition
  }

  #sum(): FormulaPart {
    let sum = this.#signed(() => this.#product())
    for (let { next } = this; next?.kind === 'operator' && (next.text === '+' || next.text === '-'); next = this.next) {
      this.advance()
      const right = this.#product()
      sum = { expression: infix(next.text as InfixOperator, sum.expression, right.expression), rank: wider(sum, right) }
    }
    return sum
  }

  #signed(read: () => FormulaPart): FormulaPart {
    const { next } = this
    if (next?.kind !== 'operator' || (next.text !== '-' && next.text !== '+')) return read()
    this.advance()
    const { expression, rank } = read()
    return { expression: next.text === '-' ? prefix('-', expression) : expression, rank }
  }

  #product(): FormulaPart {
    let product = this.factor()
    let slash: MathToken | null = null
    for (let { next } = this; next; next = this.next)
      if (next.kind === 'operator' && next.text === '/') {
        slash = next
        this.advance()
        const right = this.factor()
        product = { expression: infix('/', product.expression, right.expression), rank: wider(product, right) }
      } else if (next.kind === 'operator' && PRODUCTS.has(next.text)) {
        this.advance()
        const right = this.#signed(() => this.factor())
        product = multiplied(this.names, next.text, product, right, next)
      } else if (!startsFactor(next)) break
      else if (slash) throw new Unread('What is under this “/” is not told. Write \\frac{…}{…}.', slash)
      else product = multiplied(this.names, '', product, this.factor(), next)
    return product
  }

  factor(): FormulaPart {
    const token = this.next
    if (!token) throw new Unread('Something is missing here.', { from: this.whole.to, to: this.whole.to })
    if (token.kind === 'open') return bracketed(this, token)
    if (token.kind === 'bar') return barred(this, token)
    this.advance()
    if (token.kind === 'number') return raised(this, scalar(number(Number(token.digits))), token)
    if (token.kind === 'letter') return letter(this, token)
    if (token.kind === 'word') return word(this, token)
    if (token.kind === 'fraction') return raised(this, fraction(this, token.over, token.under), token)
    if (token.kind === 'root') return raised(this, root(this, token.of, token.degree), token)
    if (token.kind === 'rows') return raised(this, cases(this, token.cells, token), token)
    if (token.kind !== 'fenced') throw new Unread('Something is missing before this sign.', token)
    const { left, right, nodes } = token
    const [only] = nodes
    if (only?.type === 'array') return raised(this, matrix(this, only, left, token), token)
    return fenced(this, mathTokens(nodes, this.shift), left, right, token)
  }
}

function startsFactor(token: MathToken): boolean {
  if (token.kind === 'operator' || token.kind === 'close' || token.kind === 'comma') return false
  return token.kind !== 'word' || !CONDITIONS.has(token.word)
}

function strayWords(token: MathToken): string {
  if (token.kind === 'operator' && RELATIONS.has(token.text)) return 'A formula here has one “=”, behind its name.'
  if (token.kind === 'comma') return 'A comma stands here where nothing is listed. Write one formula a line.'
  return 'This is not read here.'
}
