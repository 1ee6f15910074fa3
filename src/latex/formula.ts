import type { Expression, InfixOperator, Span } from '../language/syntax.ts'
import { array, call, infix, named, number, prefix } from './expressions.ts'
import { FUNCTIONS, INVERSES, REDUCING, REFUSED } from './functions.ts'
import { inside, type MathNode, Unread } from './mathNode.ts'
import { type MathToken, mathTokens } from './mathToken.ts'
import type { Names, Rank, RunningIndex } from './names.ts'

/** A part of a formula as the program writes it, and what it is. */
export interface Part {
  readonly expression: Expression
  readonly rank: Rank
  /** Whether the part is a plain transposed letter, which a product takes as a row. */
  readonly letter?: string
}

const scalar = (expression: Expression): Part => ({ expression, rank: 'number' })

const RELATIONS = new Set(['<', '<=', '>', '>=', '=', '!='])

/** Reads one formula, or a part of it in braces. What it does not read it throws as `Unread`. */
export class FormulaReader {
  readonly #tokens: readonly MathToken[]
  readonly #shift: number
  readonly #names: Names
  /** The indices that run here. */
  readonly #running: readonly RunningIndex[]
  readonly #whole: Span
  #at = 0

  constructor(
    tokens: readonly MathToken[],
    shift: number,
    names: Names,
    running: readonly RunningIndex[],
    whole: Span,
  ) {
    this.#tokens = tokens
    this.#shift = shift
    this.#names = names
    this.#running = running
    this.#whole = whole
  }

  /** All of it, as one value. */
  value(): Part {
    const part = this.#sum()
    const rest = this.#next
    if (rest) throw new Unread(this.#stray(rest), rest)
    return part
  }

  /** A condition of a case: `x > 0`, `0 < x < 1`; null for “otherwise”. */
  condition(): Expression | null {
    const words = new Set(['if', 'for', 'when', 'otherwise', 'else', 'if~', 'and'])
    while (this.#next?.kind === 'word' && words.has(this.#next.word.toLowerCase())) this.#at++
    if (!this.#next) return null
    let left = this.#sum().expression
    let condition: Expression | null = null
    for (let next = this.#next; next?.kind === 'operator' && RELATIONS.has(next.text); next = this.#next) {
      this.#at++
      const right = this.#sum().expression
      const holds = infix((next.text === '=' ? '==' : next.text) as InfixOperator, left, right)
      condition = condition ? infix('*', condition, holds) : holds
      left = right
    }
    if (!condition || this.#next) throw new Unread('This is no condition such as x > 0.', this.#next ?? this.#whole)
    return condition
  }

  get #next(): MathToken | undefined {
    return this.#tokens[this.#at]
  }

  #stray(token: MathToken): string {
    if (token.kind === 'operator' && RELATIONS.has(token.text)) return 'A formula here has one “=” at its start.'
    if (token.kind === 'comma') return 'A comma stands here where nothing is listed. Write one formula a line.'
    return 'This is not read here.'
  }

  #sum(): Part {
    let sum = this.#signed()
    for (
      let next = this.#next;
      next?.kind === 'operator' && (next.text === '+' || next.text === '-');
      next = this.#next
    ) {
      this.#at++
      const right = this.#product()
      sum = { expression: infix(next.text as InfixOperator, sum.expression, right.expression), rank: wider(sum, right) }
    }
    return sum
  }

  #signed(): Part {
    const next = this.#next
    if (next?.kind !== 'operator' || (next.text !== '-' && next.text !== '+')) return this.#product()
    this.#at++
    const { expression, rank } = this.#product()
    return { expression: next.text === '-' ? prefix('-', expression) : expression, rank }
  }

  #product(): Part {
    let product = this.#factor()
    let divides: MathToken | null = null
    for (;;) {
      const next = this.#next
      if (next?.kind === 'operator' && next.text === '/') {
        divides = next
        this.#at++
        const right = this.#factor()
        product = { expression: infix('/', product.expression, right.expression), rank: wider(product, right) }
      } else if (next?.kind === 'operator' && ['·', '×', '*', '⊙', 'mod'].includes(next.text)) {
        this.#at++
        product = this.#multiplied(next.text, product, this.#signedFactor(), next)
      } else if (next && this.#startsFactor(next)) {
        if (divides) throw new Unread('What is under this “/” is not told. Write \\frac{…}{…}.', divides)
        product = this.#multiplied('', product, this.#factor(), next)
      } else return product
    }
  }

  #signedFactor(): Part {
    const next = this.#next
    if (next?.kind !== 'operator' || next.text !== '-') return this.#factor()
    this.#at++
    const { expression, rank } = this.#factor()
    return { expression: prefix('-', expression), rank }
  }

  #startsFactor(token: MathToken): boolean {
    if (token.kind === 'operator' || token.kind === 'close' || token.kind === 'comma') return false
    return token.kind !== 'word' || !['if', 'for', 'when', 'otherwise'].includes(token.word)
  }

  /** `\,` and `·` between numbers multiply; between arrays they are the products that their ranks allow. */
  #multiplied(sign: string, left: Part, right: Part, at: MathToken): Part {
    if (sign === 'mod') return scalar(call('mod', left.expression, right.expression))
    const isElementwise = left.rank === 'number' || right.rank === 'number'
    if (sign === '⊙' || isElementwise) {
      const [a, b] = sign === '⊙' ? [left, right] : this.#asArrays(left, right)
      if (a === left && b === right)
        return { expression: infix('*', left.expression, right.expression), rank: wider(left, right) }
      return this.#multiplied(sign, a, b, at)
    }
    if (sign === '×') throw new Unread('A cross product is not read here.', at)
    return this.#ofArrays(sign, left, right, at)
  }

  /** What a transposed vector multiplies is an array too, and a capital letter right before a vector is a matrix. */
  #asArrays(left: Part, right: Part): [Part, Part] {
    const follows = left.rank === 'row' && right.rank === 'number' && right.letter !== undefined
    if (follows) return [left, this.#asArray(right)]
    const precedes = right.rank !== 'number' && left.letter !== undefined && /^[A-Z]/.test(left.letter)
    return precedes ? [this.#asArray(left), right] : [left, right]
  }

  #asArray(part: Part): Part {
    const letter = part.letter as string
    const rank = /^[A-Z]/.test(letter) ? 'matrix' : 'vector'
    this.#names.isArray(letter, rank)
    return { ...part, rank }
  }

  #ofArrays(sign: string, left: Part, right: Part, at: MathToken): Part {
    const [a, b] = [left.expression, right.expression]
    const ranks = `${left.rank} ${right.rank}`
    if (ranks === 'row vector' || (sign === '·' && ranks === 'vector vector')) return scalar(call('dot', a, b))
    if (ranks === 'vector row') return { expression: call('outer', a, b), rank: 'matrix' }
    if (ranks === 'row matrix') return { expression: infix('@', a, b), rank: 'row' }
    if (ranks === 'matrix vector') return { expression: infix('@', a, b), rank: 'vector' }
    if (ranks === 'matrix matrix') return { expression: infix('@', a, b), rank: 'matrix' }
    throw new Unread('These two arrays have no product in this order. Transpose one, or write \\odot.', at)
  }

  #factor(): Part {
    const token = this.#next
    if (!token) throw new Unread('Something is missing here.', { from: this.#whole.to, to: this.#whole.to })
    this.#at++
    switch (token.kind) {
      case 'number':
        return this.#raised(scalar(number(Number(token.digits))), token)
      case 'letter':
        return this.#letter(token)
      case 'word':
        return this.#word(token)
      case 'fraction':
        return this.#raised(this.#fraction(token.over, token.under), token)
      case 'root':
        return this.#raised(this.#root(token.of, token.degree), token)
      case 'fenced':
        return this.#fenced(token, token.left, token.right, token.nodes)
      case 'open':
        return this.#bracketed(token)
      case 'bar':
        return this.#barred(token)
      case 'rows':
        return this.#raised(this.#cases(token.cells, token), token)
    }
    throw new Unread('Something is missing before this sign.', token)
  }

  /** A letter with its index and exponent: a name, a call, a power, a transpose. */
  #letter(token: MathToken & { kind: 'letter' }): Part {
    if (token.name === 'e' && !token.sub && !token.isArray && token.sup && !this.#isMark(token.sup)) {
      const isComplex =
        /(^|[^\\a-z])i([^a-z]|$)/.test(plainText(token.sup)) && !this.#running.some(({ letter }) => letter === 'i')
      if (isComplex) throw new Unread('Complex numbers are not read here.', token)
      return scalar(call('exp', this.#within([token.sup]).expression))
    }
    const indexed = this.#indexed(token)
    if (indexed) return this.#raised(indexed, token)
    const mark = token.sup ? this.#layer(token.sup) : null
    const name = this.#names.nameOf(`${token.name}${this.#suffix(token)}${mark ?? ''}`, token.isArray)
    if (this.#isApplied(name)) return this.#applied(name, token)
    if (this.#looksApplied)
      throw new Unread(`${name} of something: define ${name}(x) = … first, or write \\cdot to multiply.`, token)
    const part: Part = { expression: named(name), rank: this.#names.rankOf(name), letter: name }
    return mark === null ? this.#raised(part, token) : part
  }

  /** An index of a sum is the numbers that it runs through; a letter with it is the whole vector. */
  #indexed(token: MathToken & { kind: 'letter' }): Part | null {
    const own = this.#running.find(({ letter }) => letter === token.name)
    if (own && !token.sub) {
      this.#names.indexUses++
      return scalar(array(Array.from({ length: own.last - own.first + 1 }, (_, k) => number(own.first + k))))
    }
    const letters = token.sub ? letterIndices(token.sub, this.#shift) : null
    const running = this.#running.filter(({ letter }) => letters?.includes(letter))
    const free = letters?.find(
      (letter) => this.#names.indices.has(letter) && !running.some((own) => own.letter === letter),
    )
    if (free && letters?.length === 1)
      throw new Unread(
        `This ${token.name}_${free} stands outside of the sum over ${free}. Put what the sum adds in brackets.`,
        token,
      )
    if (running.length === 0) return null
    if (running.length > 1 || (letters?.length ?? 0) > 1)
      throw new Unread('A letter with two indices is not read here. Write the product with \\mathbf letters.', token)
    const [{ first, last }] = running
    const name = this.#names.nameOf(token.name, token.isArray)
    this.#names.isArray(name, 'vector', last - first + 1)
    this.#names.indexUses++
    return scalar(named(name))
  }

  /** `_1`, `_i`, `_{t-1}` as part of a name. */
  #suffix({ sub, name, from, to }: MathToken & { kind: 'letter' }): string {
    if (!sub) return ''
    const tokens = mathTokens([sub], this.#shift)
    const flat = tokens.flatMap((token) =>
      token.kind === 'fenced' && token.left === '' ? mathTokens(token.nodes, this.#shift) : [token],
    )
    const text = flat
      .map((token) => {
        if (token.sub || token.sup) throw new Unread(`This index of ${name} is not read here.`, { from, to })
        if (token.kind === 'number') return token.digits
        if (token.kind === 'letter') return token.name
        if (token.kind === 'word' && /^\w+$/.test(token.word)) return token.word
        if (token.kind === 'comma') return '_'
        if (token.kind === 'operator' && token.text === '-') return '_minus_'
        if (token.kind === 'operator' && token.text === '+') return '_plus_'
        throw new Unread(`This index of ${name} is not read here.`, { from, to })
      })
      .join('')
    if (this.#running.some(({ letter }) => flat.some((token) => token.kind === 'letter' && token.name === letter)))
      throw new Unread('An index is read alone, as in x_i; moved ones such as x_{i+1} are not.', { from, to })
    return /^\d+$/.test(text) ? text : `_${text}`
  }

  /** `W^{(1)}`: the number of a layer belongs to the name. */
  #layer(sup: MathNode): string | null {
    const nodes = inside(sup)
    const [open, ...rest] = nodes
    const close = rest.pop()
    if (open?.family !== 'open' || open.text !== '(' || close?.text !== ')') return null
    const text = rest.map(({ text }) => text ?? '?').join('')
    return /^\w+$/.test(text) ? `_${text}` : null
  }

  #isMark = (sup: MathNode): boolean =>
    inside(sup).some(({ text }) => text === '\\prime' || text === '*' || text === '\\ast')

  #isApplied(name: string): boolean {
    return this.#names.functions.has(name) && this.#opensBracket
  }

  get #opensBracket(): boolean {
    const next = this.#next
    return (next?.kind === 'open' && next.text === '(') || (next?.kind === 'fenced' && next.left === '(')
  }

  /** A letter and names alone in brackets: more often a function than a product. */
  get #looksApplied(): boolean {
    const next = this.#next
    if (!next || !this.#opensBracket) return false
    const inner = next.kind === 'fenced' ? mathTokens(next.nodes, this.#shift) : this.#tokens.slice(this.#at + 1)
    const end = inner.findIndex(({ kind }) => kind === 'close')
    return inner.slice(0, end < 0 ? undefined : end).every(({ kind }) => kind === 'letter' || kind === 'comma')
  }

  #applied(name: string, token: MathToken): Part {
    const { operands, sup, end } = this.#operands(token)
    const exponent = token.sup ?? sup
    const value = scalar(call(name, ...operands.map(({ expression }) => expression)))
    return exponent ? this.#power(value, exponent, { ...token, to: end }) : value
  }

  /** What is in the bracket that comes next, and the exponent behind it. */
  #operands(before: Span): { operands: Part[]; sup: MathNode | null; end: number } {
    const next = this.#next
    if (!next) throw new Unread('Something is missing here.', before)
    if (next.kind === 'fenced') {
      this.#at++
      return { operands: this.#listed(mathTokens(next.nodes, this.#shift), next), sup: next.sup, end: next.to }
    }
    const { tokens, close } = this.#untilClosed()
    return { operands: this.#listed(tokens, next), sup: close.sup, end: close.to }
  }

  #listed(tokens: readonly MathToken[], whole: Span): Part[] {
    const lists: MathToken[][] = [[]]
    let depth = 0
    for (const token of tokens) {
      if (token.kind === 'open') depth++
      if (token.kind === 'close') depth--
      if (token.kind === 'comma' && depth === 0) lists.push([])
      else lists.at(-1)?.push(token)
    }
    return lists.map((list) => this.#read(list, list[0] ?? whole).value())
  }

  /** From the bracket at hand to the one that closes it; goes on after it. */
  #untilClosed(): { tokens: readonly MathToken[]; close: MathToken } {
    const open = this.#at
    let depth = 0
    for (let at = open; at < this.#tokens.length; at++) {
      const token = this.#tokens[at]
      if (token.kind === 'open') depth++
      if (token.kind === 'close' && --depth === 0) {
        this.#at = at + 1
        return { tokens: this.#tokens.slice(open + 1, at), close: token }
      }
    }
    throw new Unread('This bracket is not closed.', this.#tokens[open])
  }

  #bracketed(open: MathToken & { readonly text: string }): Part {
    this.#at--
    const { tokens, close } = this.#untilClosed()
    const right = close.kind === 'close' ? close.text : ''
    return this.#inFence(tokens, open.text, right, { ...close, from: open.from })
  }

  #fenced(token: MathToken, left: string, right: string, nodes: readonly MathNode[]): Part {
    const [only] = nodes
    if (only?.type === 'array') return this.#raised(this.#matrix(only, left, token), token)
    return this.#inFence(mathTokens(nodes, this.#shift), left, right, token)
  }

  #inFence(tokens: readonly MathToken[], left: string, right: string, token: MathToken): Part {
    const fences = left + right
    if (fences === '⟨⟩') {
      const operands = this.#listed(tokens, token)
      if (operands.length !== 2) throw new Unread('An inner product has two operands.', token)
      for (const { letter } of operands) if (letter) this.#names.isArray(letter, 'vector')
      return this.#raised(scalar(call('dot', operands[0].expression, operands[1].expression)), token)
    }
    const inner = this.#read(tokens, token).value()
    if (['', '()', '[]', '{}'].includes(fences)) return this.#raised({ ...inner, letter: undefined }, token)
    if (fences === '⌊⌋') return this.#raised(scalar(call('floor', inner.expression)), token)
    if (fences === '⌈⌉') return this.#raised(scalar(call('ceil', inner.expression)), token)
    if (fences === '||') return this.#raised({ expression: call('abs', inner.expression), rank: inner.rank }, token)
    if (fences === '‖‖') return this.#norm(inner, token)
    throw new Unread('These brackets do not belong together.', token)
  }

  #barred(open: MathToken & { readonly text: string }): Part {
    const start = this.#at
    let depth = 0
    for (let at = start; at < this.#tokens.length; at++) {
      const token = this.#tokens[at]
      if (token.kind === 'open') depth++
      if (token.kind === 'close') depth--
      if (token.kind === 'bar' && token.text === open.text && depth === 0) {
        this.#at = at + 1
        return this.#inFence(this.#tokens.slice(start, at), open.text, open.text, { ...token, from: open.from })
      }
    }
    throw new Unread('This bar is not closed.', open)
  }

  /** ‖x‖ and ‖x‖₂ are Euclidean, ‖x‖₁ adds magnitudes; the square of the Euclidean norm is a sum of squares. */
  #norm(inner: Part, token: MathToken): Part {
    if (inner.letter && inner.rank === 'number') this.#names.isArray(inner.letter, 'vector')
    const order = token.sub ? plainText(token.sub) : '2'
    if (inner.rank === 'matrix' && order !== 'F') throw new Unread('The norm of a matrix is read as \\|W\\|_F.', token)
    if (!['1', '2', 'F', '\\infty'].includes(order))
      throw new Unread('Norms of the orders 1, 2 and ∞ are read here.', token)
    if (order === '1') return this.#raised(scalar(call('sum', call('abs', inner.expression))), { ...token, sub: null })
    if (order === '\\infty')
      return this.#raised(scalar(call('max', call('abs', inner.expression))), { ...token, sub: null })
    if (token.sup && plainText(token.sup) === '2') return scalar(call('sum', infix('^', inner.expression, number(2))))
    return this.#raised(scalar(call('norm', inner.expression)), { ...token, sub: null })
  }

  #matrix(node: MathNode, left: string, at: Span): Part {
    if (left !== '(' && left !== '[') throw new Unread('A table is read in cases and in matrices.', at)
    const rows = (node.body as readonly (readonly MathNode[])[]).map((cells) =>
      cells.map((cell) => this.#within([cell]).expression),
    )
    const isColumn = rows.every(({ length }) => length === 1)
    if (isColumn) return { expression: array(rows.map(([cell]) => cell)), rank: 'vector' }
    if (rows.length === 1) return { expression: array(rows[0]), rank: 'row' }
    return { expression: array(rows.map((cells) => array(cells))), rank: 'matrix' }
  }

  #cases(cells: readonly (readonly MathNode[])[], at: Span): Part {
    const rows = cells.filter((row) => row.some((cell) => mathTokens([cell], this.#shift).length > 0))
    let value: Expression | null = null
    for (const [of, when] of [...rows].reverse()) {
      const condition = when ? this.#inside([when]).condition() : null
      const { expression } = this.#within([of])
      if (value === null) value = condition ? call('where', condition, expression, named('nan')) : expression
      else if (condition) value = call('where', condition, expression, value)
      else throw new Unread('Only the last case may be without a condition.', at)
    }
    if (!value) throw new Unread('There are no cases here.', at)
    return scalar(value)
  }

  #fraction(over: MathNode, under: MathNode): Part {
    const [top, bottom] = [mathTokens([over], this.#shift), mathTokens([under], this.#shift)]
    const first = [top, bottom].map(([token]) => token)
    if (first.every((token) => token && this.#isDifferential(token)))
      throw new Unread('Derivatives are what this page computes: write the function alone.', {
        from: first[0].from,
        to: first[1].to,
      })
    const [a, b] = [this.#within([over]), this.#within([under])]
    return { expression: infix('/', a.expression, b.expression), rank: wider(a, b) }
  }

  #isDifferential(token: MathToken): boolean {
    if (token.kind === 'fenced' && token.left === '') {
      const [first, second] = mathTokens(token.nodes, this.#shift)
      return first?.kind === 'letter' && first.name === 'd' && second?.kind === 'letter'
    }
    return token.kind === 'letter' && token.name === 'd'
  }

  #root(of: MathNode, degree: MathNode | null): Part {
    const { expression } = this.#within([of])
    const order = degree ? plainText(degree) : '2'
    if (order === '2') return scalar(call('sqrt', expression))
    if (order === '3') return scalar(call('cbrt', expression))
    return scalar(infix('^', expression, infix('/', number(1), this.#within([degree as MathNode]).expression)))
  }

  /** A word with its operand: a function of the language, Σ or Π. */
  #word(token: MathToken & { kind: 'word' }): Part {
    const { word } = token
    if (word === '∞') return scalar(named('inf'))
    if (word === 'sum' || word === 'prod') return this.#big(word, token)
    if (Object.hasOwn(REFUSED, word)) throw new Unread(REFUSED[word], token)
    const callee = Object.hasOwn(FUNCTIONS, word.toLowerCase()) ? FUNCTIONS[word.toLowerCase()] : undefined
    if (callee && (token.sub || token.sup || this.#next)) return this.#function(callee, token)
    if (!/^[A-Za-z]\w*$/.test(word)) throw new Unread(`“${word}” is not read here.`, token)
    if (this.#opensBracket && !this.#names.functions.has(word))
      throw new Unread(`${word} is no function that is known here. Define it: ${word}(x) = …`, token)
    return this.#letter({ ...token, kind: 'letter', name: word, isArray: false })
  }

  #function(callee: string, token: MathToken & { kind: 'word' }): Part {
    const inverse = token.sup && plainText(token.sup) === '-1'
    const base = token.sub ? this.#within([token.sub]) : null
    if (base && callee !== 'log') return this.#reduced(callee, token)
    if (inverse && !Object.hasOwn(INVERSES, callee)) throw new Unread('This inverse function is not read here.', token)
    const isBracketed = this.#opensBracket
    const { operands, sup } = isBracketed ? this.#operands(token) : { operands: [this.#argument(token)], sup: null }
    const name = inverse ? INVERSES[callee] : callee
    const of = operands.map(({ expression }) => expression)
    const value = base ? logarithm(base.expression, of[0]) : call(name, ...of)
    const part: Part = { expression: value, rank: REDUCING.has(name) ? 'number' : (operands[0]?.rank ?? 'number') }
    const exponent = (inverse ? null : token.sup) ?? sup
    return exponent ? this.#power(part, exponent, token) : part
  }

  /** `\max_i x_i` */
  #reduced(callee: string, token: MathToken): Part {
    const letter = plainText(token.sub as MathNode)
    if (!REDUCING.has(callee) || !/^[a-z]$/.test(letter))
      throw new Unread('This index of a function is not read here.', token)
    const index = this.#names.indices.get(letter) ?? { letter, first: 1, last: UNTOLD }
    this.#names.index(index)
    return scalar(call(callee, this.#over(index, token)))
  }

  /** Without brackets: what is written together, up to the next sign or function. */
  #argument(token: MathToken): Part {
    const next = this.#next
    if (!next) throw new Unread('The operand of this function is missing.', token)
    let argument = this.#factor()
    for (let more = this.#next; more && (more.kind === 'letter' || more.kind === 'number'); more = this.#next)
      argument = this.#multiplied('', argument, this.#factor(), more)
    return argument
  }

  #big(word: 'sum' | 'prod', token: MathToken): Part {
    const index = this.#range(token)
    const used = this.#names.indexUses
    const body = this.#over(index, token)
    const turns = index.last - index.first + 1
    if (this.#names.indexUses > used) return scalar(call(word, body))
    return scalar(word === 'sum' ? infix('*', number(turns), body) : infix('^', body, number(turns)))
  }

  /** What a sum adds: the product that follows it, as a vector over its index. */
  #over(index: RunningIndex, at: MathToken): Expression {
    if (this.#running.length > 0) throw new Unread('A sum within a sum is not read here. Write \\mathbf letters.', at)
    const inner = new FormulaReader(this.#tokens, this.#shift, this.#names, [index], this.#whole)
    inner.#at = this.#at
    const part = inner.#product()
    if (part.rank !== 'number') throw new Unread('Vectors within a sum over an index are not read here.', at)
    this.#at = inner.#at
    return part.expression
  }

  /** `_{i=1}^{n}`; without bounds, or with a letter above, the text does not say how many there are. */
  #range(token: MathToken): RunningIndex {
    const below = token.sub ? mathTokens(inside(token.sub), this.#shift) : []
    const [letter, equals, ...first] = below
    if (letter?.kind !== 'letter' || (equals && (equals.kind !== 'operator' || equals.text !== '=')))
      throw new Unread('A sum is read over an index, as in \\sum_{i=1}^{n}.', token)
    const from = equals ? plainNumber(first) : 1
    const last = token.sup ? this.#bound(token.sup, from ?? 1) : (from ?? 1) + UNTOLD - 1
    if (from === null || last < from || last - from >= MOST_TERMS)
      throw new Unread(`A sum is read over whole numbers, at most ${MOST_TERMS} of them.`, token)
    const index = { letter: letter.name, first: from, last }
    this.#names.index(index)
    return index
  }

  #bound(sup: MathNode, first: number): number {
    const tokens = mathTokens(inside(sup), this.#shift)
    const value = plainNumber(tokens)
    if (value !== null) return value
    const [letter, ...others] = tokens
    if (letter?.kind !== 'letter' || others.length > 0 || letter.sup)
      throw new Unread('The upper bound of a sum is read as a number or a letter.', letter ?? this.#whole)
    const name = this.#names.nameOf(`${letter.name}${this.#suffix(letter)}`, false)
    const known = this.#names.bounds.get(name) ?? first + UNTOLD - 1
    this.#names.bounds.set(name, known)
    return known
  }

  #raised(part: Part, token: MathToken): Part {
    if (token.sub && token.kind !== 'letter') throw new Unread('This index is not read here.', token)
    return token.sup ? this.#power(part, token.sup, token) : part
  }

  #power(part: Part, sup: MathNode, at: Span): Part {
    const text = plainText(sup)
    if (this.#isTransposed(text, part)) return this.#transposed(part)
    if (text.includes('\\prime')) throw new Unread('A prime is not read here. Give the name an index instead.', at)
    if (text === '*' || text === '\\ast')
      throw new Unread('A star is not read here. Give the name an index instead.', at)
    if (text === '-1' && part.rank === 'matrix') return { expression: call('inv', part.expression), rank: 'matrix' }
    if (part.rank === 'matrix') throw new Unread('A power of a matrix is not read here. Write it as a product.', at)
    if (part.rank !== 'number') throw new Unread('A power of a vector is not read here. Write \\odot.', at)
    return scalar(infix('^', part.expression, this.#within([sup]).expression))
  }

  #isTransposed(text: string, { rank, letter }: Part): boolean {
    if (text === '\\top' || text === '\\intercal') return true
    return text === 'T' && (rank !== 'number' || letter !== undefined) && !this.#names.defined.has('T')
  }

  #transposed(part: Part): Part {
    const { expression, letter } = part
    const { rank } = part.rank === 'number' && letter ? this.#asArray(part) : part
    if (rank === 'matrix') return { expression: call('transpose', expression), rank }
    return { expression, rank: rank === 'vector' ? 'row' : rank === 'row' ? 'vector' : rank }
  }

  #within(nodes: readonly MathNode[]): Part {
    return this.#inside(nodes).value()
  }

  #inside(nodes: readonly MathNode[]): FormulaReader {
    const flat = nodes.flatMap(unwrapped)
    return this.#read(mathTokens(flat, this.#shift), this.#whole)
  }

  #read(tokens: readonly MathToken[], whole: Span): FormulaReader {
    return new FormulaReader(tokens, this.#shift, this.#names, this.#running, whole)
  }
}

/** How many terms a sum has whose text does not say it. */
const UNTOLD = 3
const MOST_TERMS = 100

const ORDER: readonly Rank[] = ['number', 'row', 'vector', 'matrix']

const wider = (a: Part, b: Part): Rank => ORDER[Math.max(ORDER.indexOf(a.rank), ORDER.indexOf(b.rank))]

const logarithm = (base: Expression, of: Expression): Expression => {
  if (base.kind === 'number' && (base.value === 2 || base.value === 10)) return call(`log${base.value}`, of)
  return infix('/', call('log', of), call('log', base))
}

/** The letters of a short index or exponent, as written. */
const plainText = (node: MathNode): string =>
  inside(node)
    .map((each) => each.text ?? (each.body || each.base ? plainText(each.base ?? { type: '', body: each.body }) : '?'))
    .join('')

/** Without the groups around it. */
const unwrapped = (node: MathNode): readonly MathNode[] =>
  node.type === 'ordgroup' || node.type === 'styling' ? inside(node).flatMap(unwrapped) : [node]

/** A whole number; null where it is something else. */
function plainNumber(tokens: readonly MathToken[]): number | null {
  const [only, ...others] = tokens
  if (only?.kind !== 'number' || others.length > 0 || only.sup || only.sub) return null
  return /^\d+$/.test(only.digits) ? Number(only.digits) : null
}

/** The letters of an index such as `i` or `ij`; null where it is something else. */
function letterIndices(sub: MathNode, shift: number): string[] | null {
  const tokens = mathTokens(inside(sub), shift).filter(({ kind }) => kind !== 'comma')
  const letters = tokens.flatMap((token) => (token.kind === 'letter' && !token.sub && !token.sup ? [token.name] : []))
  return letters.length === tokens.length ? letters : null
}
