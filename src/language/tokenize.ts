import { beginsWithOperator, goesOnAt } from './continuation.ts'
import { MAX_WORDS } from './limits.ts'
import { symbolAt } from './symbols.ts'
import {
  closingOf,
  endsStatement,
  isClosing,
  isComma,
  isOpening,
  isRole,
  isSignToken,
  type Token,
  type TokenKind,
} from './token.ts'

/** `ᵀ` is a letter, and yet no part of a name. */
const LETTER = '(?!ᵀ)[\\p{L}_]'
const NAME_PART = '(?!ᵀ)[\\p{L}\\p{M}\\p{Nd}_₀-₉]'
const NAME_SOURCE = `${LETTER}(?:${NAME_PART})*`
const DOT_T = `\\.T(?!${NAME_PART})`

const BLANKS = /(?:[^\S\n\r\u2028\u2029]|[\u200b-\u200d\u2060])+/y
const LINE_BREAK = /\r\n?|[\n\u2028\u2029]/y
const COMMENT = /#[^\n\r\u2028\u2029]*/y
/** The point of `1.T` is no decimal point: what is wrong with it can then be said. */
const NUMBER = new RegExp(`(?:\\d+(?:(?!${DOT_T})\\.)?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?`, 'uy')
/** What follows a number that has a second decimal point, or digits grouped by underscores. */
const NUMBER_TAIL = /(?:[._]+\d+)+(?:[eE][+-]?\d+)?/y
const SUPERSCRIPT = /⁻?[⁰¹²³⁴-⁹]+/y
/** An end that is missing is said by the parser. */
const TEXT = /'[^'\n\r\u2028\u2029]*'?|"[^"\n\r\u2028\u2029]*"?/y
const ELLIPSIS = /\.{3}(?!\.)|…/y
const TRANSPOSE = new RegExp(`${DOT_T}|ᵀ|(?:\\^[ \\t]*)?[⊤⊺]`, 'uy')
const NAME = new RegExp(NAME_SOURCE, 'uy')
const REPEATED = /(.)\1*/suy
/** A line that can only be a definition: where one starts, the brackets left open above it were forgotten. */
const DEFINITION = new RegExp(
  `[ \\t]*(?:(?:param|data|const|output)[ \\t]+${LETTER}|${NAME_SOURCE}[ \\t]*(?:\\([^()\\n\\r]*\\)[ \\t]*)?:?=(?![=<>]))`,
  'uy',
)

/** A line that goes on with the call left open above it, after a comma or the bracket, by `axis=0`. */
const KEYWORD = new RegExp(`[ \\t]+${NAME_SOURCE}[ \\t]*=(?![=<>])`, 'uy')

/** Where the match that starts at `at` ends; `at` itself if there is none. */
function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}

/** What a word that starts with that ASCII character is; the others are tried in turn. */
const FIRST_CHARACTERS = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (character === ' ' || character === '\t') return 'blank'
  if (character === '\n' || character === '\r') return 'break'
  if (/[A-Za-z_]/.test(character)) return 'letter'
  if (/\d/.test(character)) return 'digit'
  return character !== '.' && symbolAt(character, 0) ? 'symbol' : 'other'
})

const IN_PLAIN_NAMES = Array.from({ length: 128 }, (_, code) => /\w/.test(String.fromCharCode(code)))

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const plainDigits = (superscript: string): string =>
  superscript.replace(/./g, (digit) => (digit === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(digit))))

/** The one spelling of a name that other letters, or the same letters in other characters, also write. */
const nameOf = (written: string): string => (written === 'π' ? 'pi' : written.normalize('NFC'))

/** The number that was probably meant: one decimal point, no underscores. */
function withOnePoint(written: string): string {
  const [whole = '', ...parts] = written.replaceAll('_', '').split('.')
  return parts.length === 0 ? whole : `${whole}.${parts.join('')}`
}

/**
 * Reads the words of a program, statement by statement, so that whoever has read enough can stop. Comments are words only
 * where they are kept.
 */
export class Tokenizer {
  readonly #source: string
  readonly #keepsComments: boolean
  /** Whether the statement has comments. */
  hasComment = false
  #tokens: Token[] = []
  /** The last two tokens that are no comments. */
  #last: Token | undefined
  #beforeLast: Token | undefined
  #at = 0
  /** The brackets that are open here; those of calls are told apart. */
  #open: string[] = []

  constructor(source: string, keepsComments = false) {
    this.#source = source
    this.#keepsComments = keepsComments
  }

  get done(): boolean {
    return this.#at >= this.#source.length
  }

  /** The words up to the end of the next statement, with the separator that ends it; of a huge one, as many as are read. */
  readStatement(): Token[] {
    this.#tokens = []
    this.hasComment = false
    while (!this.done && this.#tokens.length <= MAX_WORDS && !this.#atEnd) this.#read()
    return this.#tokens
  }

  get #atEnd(): boolean {
    const token = this.#tokens.at(-1)
    return token !== undefined && endsStatement(token)
  }

  #read(): void {
    let first = FIRST_CHARACTERS[this.#source.charCodeAt(this.#at)]
    while (first === 'blank') first = FIRST_CHARACTERS[this.#source.charCodeAt(++this.#at)]
    if (this.done) return
    if (first === 'letter') this.#readPlainName()
    else if (first === 'symbol') this.#readSymbol()
    else if (first === 'digit') this.#readNumber(this.#endOf(NUMBER))
    else if (first === 'break') this.#readLineBreak()
    else if (!this.#readWord() && !this.#readLineBreak() && !this.#readSymbol() && !this.#readSubscript())
      this.#push('error', this.#endOf(REPEATED))
  }

  /** The pattern decides; a plain name, as most are, need not wait for it. */
  #readPlainName(): boolean {
    let end = this.#at + 1
    while (IN_PLAIN_NAMES[this.#source.charCodeAt(end)]) end++
    if (this.#source.charCodeAt(end) >= 128) return this.#readName(this.#endOf(NAME))
    this.#markRole()
    return this.#push('name', end)
  }

  #readWord(): boolean {
    const number = this.#endOf(NUMBER)
    if (number > this.#at) return this.#readNumber(number)
    const name = this.#endOf(NAME)
    if (name > this.#at) return this.#readName(name)
    const superscript = this.#endOf(SUPERSCRIPT)
    if (superscript > this.#at) return this.#push('superscript', superscript, plainDigits(this.#textTo(superscript)))
    const transpose = this.#endOf(TRANSPOSE)
    if (transpose > this.#at) return this.#push('transpose', transpose, '.T')
    return this.#readText() || this.#readSilence()
  }

  /** No other function has operands that are text, so that what other languages quote is nothing that is known. */
  #readText(): boolean {
    const isExpected =
      this.#last?.text === '(' && this.#beforeLast?.kind === 'callee' && this.#beforeLast.text === 'einsum'
    const text = isExpected ? this.#endOf(TEXT) : this.#at
    return text > this.#at && this.#push('text', text)
  }

  #readSilence(): boolean {
    const comment = this.#endOf(COMMENT)
    if (comment > this.#at) return this.#passComment(comment)
    const blanks = this.#endOf(BLANKS)
    const moves = blanks > this.#at
    this.#at = blanks
    return moves
  }

  #passComment(end: number): true {
    this.hasComment = true
    if (this.#keepsComments)
      this.#tokens.push({ kind: 'comment', from: this.#at, to: end, text: this.#textTo(end), wrong: false })
    this.#at = end
    return true
  }

  #readNumber(end: number): boolean {
    const tail = endOf(NUMBER_TAIL, this.#source, end)
    return tail > end
      ? this.#push('number', tail, withOnePoint(this.#textTo(tail)), true)
      : this.#push('number', end, this.#textTo(end))
  }

  #readName(end: number): boolean {
    this.#markRole()
    return this.#push('name', end, nameOf(this.#textTo(end)))
  }

  #readLineBreak(): boolean {
    const end = this.#source[this.#at] === '\n' ? this.#at + 1 : this.#endOf(LINE_BREAK)
    if (end === this.#at) return false
    if (this.#open.length > 0 && this.#startsDefinition(end)) this.#open = []
    if (this.#open.length === 0 && !this.#goesOn(end)) return this.#push('separator', end, '\n')
    this.#at = end
    return true
  }

  /** Whether the statement goes on in the next line, since this one ends with an operator or that one begins with one. */
  #goesOn(next: number): boolean {
    const { 0: first } = this.#tokens
    if (!first || !this.#last || this.#last.from < first.from) return false
    if (beginsWithOperator(this.#source, next, first.from)) return true
    const isStep = isSignToken(this.#last) && this.#beforeLast?.text === this.#last.text
    return this.#last.kind === 'operator' && !isStep && goesOnAt(this.#source, next) && !this.#startsDefinition(next)
  }

  #startsDefinition(at: number): boolean {
    if (endOf(DEFINITION, this.#source, at) === at) return false
    const awaitsOperand = this.#last?.text === ',' || this.#last?.text === '('
    return !(awaitsOperand && this.#open.at(-1) === 'call' && endOf(KEYWORD, this.#source, at) > at)
  }

  #readSymbol(): boolean {
    const transpose = this.#source[this.#at] === '^' ? this.#endOf(TRANSPOSE) : this.#at
    if (transpose > this.#at) return this.#push('transpose', transpose, '.T')
    const symbol = symbolAt(this.#source, this.#at)
    if (!symbol) return false
    const { meaning, spelling } = symbol
    const end = this.#at + spelling.length
    if (meaning.text === ';' && this.#isInArray(end)) return this.#push('error', end, ';')
    if (meaning.text === '(') this.#mark('name', 'callee')
    const text = meaning.text === '‖' && this.#closesNorm ? closingOf(meaning) : meaning.text
    this.#push(meaning.kind, end, text, meaning.wrong)
    if (meaning.kind !== 'operator') this.#countBrackets()
    return true
  }

  /** Rows with semicolons between them are said to be wrong as a whole; before a definition the bracket is open by mistake. */
  #isInArray(next: number): boolean {
    return this.#open.at(-1) === '[' && !this.#startsDefinition(next)
  }

  /** A colon stands between the bounds of a slice, an ellipsis for axes; anywhere else they mean nothing. */
  #readSubscript(): boolean {
    if (this.#open.at(-1) !== '[') return false
    const dots = this.#endOf(ELLIPSIS)
    if (dots > this.#at) return this.#push('operator', dots, '...')
    return this.#source[this.#at] === ':' && this.#push('operator', this.#at + 1)
  }

  /** The sign of a norm closes one that is open where an operand ends. */
  get #closesNorm(): boolean {
    const last = this.#last as Token
    return this.#open.at(-1) === '‖' && last.kind !== 'operator' && !isOpening(last) && !isComma(last)
  }

  #countBrackets(): void {
    const token = this.#last as Token
    if (isOpening(token)) this.#open.push(this.#beforeLast?.kind === 'callee' ? 'call' : token.text)
    else if (isClosing(token)) this.#open.pop()
    else if (endsStatement(token)) this.#open = []
  }

  /** A role word is one only where it opens a statement and a name follows. */
  #markRole(): void {
    const opens = this.#beforeLast === undefined || endsStatement(this.#beforeLast)
    if (opens && this.#last && isRole(this.#last.text)) this.#mark('name', 'role')
  }

  #mark(from: TokenKind, to: TokenKind): void {
    if (this.#last?.kind === from) (this.#last as { kind: TokenKind }).kind = to
  }

  #push(kind: TokenKind, to: number, text = this.#textTo(to), wrong = false): true {
    const token: Token = { kind, from: this.#at, to, text, wrong }
    this.#tokens.push(token)
    this.#at = to
    this.#beforeLast = this.#last
    this.#last = token
    return true
  }

  #endOf(pattern: RegExp): number {
    return endOf(pattern, this.#source, this.#at)
  }

  #textTo(end: number): string {
    return this.#source.slice(this.#at, end)
  }
}

/** The words of a program in order, comments included, blanks left out; any text has them. */
export function tokenize(source: string): Token[] {
  const tokenizer = new Tokenizer(source, true)
  const tokens: Token[] = []
  while (!tokenizer.done) for (const token of tokenizer.readStatement()) tokens.push(token)
  return tokens
}
