import { describe, expect, it } from 'vitest'
import type { Diagnostic, Fix } from './diagnostic.ts'
import { MAX_ERRORS, MAX_REMARKS } from './limits.ts'
import { parse } from './parse.ts'

/** The text after the fix; changes are given in the order of their places and do not overlap. */
const applied = (source: string, fix: Fix): string =>
  fix.changes.reduceRight((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source)

/** The program with «…» around the span of its only problem, what its message says, and the text after its fix. */
type Case = readonly [marked: string, says: RegExp, fixed?: string]

const cases: Record<string, readonly Case[]> = {
  'a bracket without its partner': [
    ['f = sin«(»x', /never closed/, 'f = sin(x)'],
    ['f = a*«(»b + sin(c # why', /2 brackets .* never closed/],
    ['f = sin«(»x\ng = 2', /never closed/, 'f = sin(x)\ng = 2'],
    ['f = x«)»', /never opened/],
    ['f = «)»', /never opened/],
    ['f = «*»', /before “\*”/],
    ['f = (x«]»', /Close it with/, 'f = (x)'],
    ['f = «(»', /missing after/],
    ['f = 2*«()»', /nothing between/],
    ['f = g«()»', /nothing between the brackets of “g”/],
  ],
  'a missing operand': [
    ['f = x «+»', /missing after “\+”/],
    ['f = x «+» * y', /between “\+” and “\*”/],
    ['«*» x', /before “\*”/],
    ['f «=»', /value is missing/],
    ['max(x«,»)', /after this comma/, 'max(x)'],
    ['max(x«,», y)', /after this comma/],
    ['max«(», y)', /missing after “\(”/],
  ],
  'operands side by side': [
    ['«x y»', /side by side/, 'x*y'],
    ['«x y»(z)', /side by side/, 'x*y(z)'],
    ['(x«) 2»', /side by side/],
    ['«2 3»', /side by side/],
    ['«rate x»', /For a function write brackets, as in sin\(x\)/, 'rate*x'],
    ['atan2(«y 2»)', /or a comma/],
    ['atan2(«y x»)', /or a comma/],
    ['(«x # note\n y»)', /side by side/, '(x* # note\n y)'],
    ['sum(x «axis»=0)', /comma is missing/, 'sum(x, axis=0)'],
  ],
  'a function without brackets': [
    ['«sin x»', /write sin\(x\)/, 'sin(x)'],
    ['2 «sin» 2x + y', /write sin\(…\)/],
    ['«sin» x^2*3', /write sin\(…\)/],
    ['«sin x» - 2', /write sin\(x\)/, 'sin(x) - 2'],
    ['«sin» cos(x)²', /write sin\(…\)/],
    ['«sin»^x', /is a function/],
    ['«sin^2»(x)^3', /after its brackets/],
    ['f = «sin^2»(x + 1)*y', /after its brackets/, 'f = sin(x + 1)^2*y'],
    ['«cos²»(x)', /after its brackets/, 'cos(x)²'],
    ['«sin^-1»(x)', /inverse/],
    ['«cos⁻¹»(x)', /inverse/],
    ['sin«()»', /nothing between/],
  ],
  'a definition on the line of another one': [
    ['x = 1 «y» = 2', /line of its own/, 'x = 1; y = 2'],
    ['x = a «y» = x^2', /line of its own/, 'x = a; y = x^2'],
    ['f = g(x) «y» = 2', /line of its own/, 'f = g(x); y = 2'],
  ],
  'a comma outside a call': [
    ['x = 1«,»5', /decimal point/],
    ['a = 1«,» b = 2', /“;”/, 'a = 1; b = 2'],
    ['(a«,» b)', /one expression/],
    ['(a«,» (b))', /one expression/],
    ['(1«,»5)', /decimal point/],
  ],
  'a misplaced equals sign': [
    ['f = 2*a «=» b', /only once/],
    ['«f = a = 2b»', /one name/, 'a = 2b; f = a'],
    ['«x = y = z = 1»; f = x', /one name/, 'z = 1; x = y; y = z; f = x'],
    ['where(x «=» 1, a, b)', /“==”/],
    ['f «:=» 2', /“=” instead/, 'f = 2'],
    ['«=» 2', /name is missing/],
    ['x «==» 2', /To define “x”/],
    ['«2x» = 6', /one name/],
    ['«x + y» = 6', /one name/],
    ['«f(x)y» = 6', /one name/],
    ['«x^2 + 1» = y', /one name/],
    ['f = «=» 2', /before “=”/],
    ['«my rate» = 6', /no blanks/],
    ['x «+=» 1', /new name/],
  ],
  'comparisons in a chain': [
    ['«a < b < c»', /do not chain/, '(a < b)*(b < c)'],
    ['where(«a < (b+1) <= (c)», 1, 0)', /do not chain/, 'where((a < (b+1))*(b + 1 <= c), 1, 0)'],
  ],
  'a character that means nothing': [
    ['f = 2«$»', /“\$”/],
    ['f = «“»x”', /quotation marks/],
    ["f = «'»x", /transpose/],
    ['f = «√»x', /sqrt/, 'f = sqrt(x)'],
    ['f = «√»(x + 1)', /sqrt/, 'f = sqrt(x + 1)'],
    ['f = sin(30«°»)', /radians/],
    ['f = a «&&» b', /multiply/],
    ['f = a «||» b', /max\(a, b\)/],
    ['f = «!»a', /a == 0/],
    ['f = «|»x - 1|*2', /abs\(x\)/],
    ['f = sin«|»x|', /abs\(x\)/],
    ['f = a «%» b', /mod\(a, b\)/],
    ['f = «\\»sin(x)', /backslash/],
    ['f = «{»x}', /Round brackets/],
    ['f = 2x«.»sum()', /only in a number/],
    ["f = x«'»", /prime/],
    ["f = A«'» @ x", /A\.T/],
    ["f = (x + y)«'»", /A\.T/],
    ["F«'»(x) = x", /prime/],
    ['f = x«.»y', /only in a number/],
    ['f = x«.»', /only in a number/],
    ['f = «√»2x', /sqrt/],
    ['f = «√»x^2', /sqrt/],
    ['f = «√»x + 1', /sqrt/, 'f = sqrt(x) + 1'],
    ['f = a «–» b', /“-” instead/, 'f = a - b'],
    ['a «=<» b', /“<=” instead/, 'a <= b'],
    ['f = 2«☃»', /“☃”/],
    ['f = «1.2.3»', /more than one decimal point/],
    ['f = «3e2.5»', /follows “e” is a whole number/],
    ['f = «1_000»', /“_” in it/, 'f = 1000'],
  ],
  'two slashes': [
    ['f = a«//»b', /“#”.*floor\(a\/b\)/],
    ['[a«//»b, c]', /floor/],
    ['f = (7 «//» 2)*3', /floor/],
    ["f = 2 «//» it's two", /“#”/],
    ['«//» note', /“#”/],
    ['x = 2 «//» pounds', /“#”/],
    ['x = 7; f = 2 «//» x', /floor/],
    ['x = 2 «/*» pounds */', /“#”/],
  ],
  'an array that is not written as one': [
    ['«[]»', /nothing in this array/],
    ['«[», 1]', /missing after “\[”/],
    ['[1«,», 2]', /after this comma/],
    ['[«1 2»]', /or a comma/],
    ['[«a b»]', /or a comma/],
    ['[[1, 2]\n «[»3, 4]]', /comma is missing/, '[[1, 2], [3, 4]]'],
    ['[1 «;» 2]', /rows of a matrix/],
    ['A = [1 -2«;» 3, x]', /rows of a matrix/],
    ['[a «:» b]', /slice/],
    ['[a «=» b]', /“==”/],
    ['[1, 2«)»', /Close it with “\]”/, '[1, 2]'],
    ['f = «[»1, 2', /never closed/, 'f = [1, 2]'],
    ['f = «[»1,\n2,\ng = 3', /never closed/, 'f = [1,\n2,]\ng = 3'],
    ['f = «[»1, 2; g = 3', /never closed/, 'f = [1, 2]; g = 3'],
    ['f = g«(»[1, (2', /3 brackets .* never closed/],
  ],
  'an index that is no whole number': [
    ['x «mod» 3', /mod\(a, b\)/],
    ['«if» x > 1 then x else 0', /where\(condition, a, b\)/],
    ['«Σ» x', /sum\(x\)/],
    ['u^«T» v', /u\.T @ v/],
    ['«<» u, v >', /dot\(u, v\)/],
    ['‖x‖«₁»', /norm\(x, 1\)/],
    ['A «\\» b', /solve\(A, b\)/],
    ['max(«0\nx»)', /or a comma/],
    ['[1, 2, «...»]', /write every entry/],
    ['x[«...» + 1]', /stands alone/],
    ['x[0] + [y «...»]', /stands alone/],
    ['x[«0.5»]', /whole number/],
    ['x[«9007199254740993»]', /whole number/],
    ['W[0, 1:«n»]', /whole number/],
    ['x«[]»', /index is missing/],
    ['W«[0,,1]»', /index is missing/],
    ['W[:1:2«:»]', /at most two colons/],
    ['W[::«-0»]', /step/],
    ['x[0«)»', /Close it with “\]”/, 'x[0]'],
    ['f = sin«(»x[0', /2 brackets .* never closed/, 'f = sin(x[0])'],
    ['2«[»0]', /no entries/],
    ['x²«[»0]', /power/],
  ],
  'an entry that is set': [
    ['«x[0]» = 3', /whole array/],
    ['«W[0, 1]» = 3', /whole array/],
    ['x[0] «+=» 3', /new name/],
  ],
  'a keyword in the wrong place': [
    ['sum(axis «=» 0, x)', /after the other operands/],
    ['sum(x, axis=0, «axis»=1)', /twice/],
    ['sum(x, axis«=»)', /value of “axis” is missing/],
    ['sum(x, axis«=», y=1)', /value of “axis” is missing/],
    ['sum(x, (axis «=» 0))', /“==”/],
    ['sum(x, axis=0 «=» 0)', /“==”/],
    ['f = max(x«,»\ny = 3', /after this comma/],
  ],
  'what is no matrix to transpose': [
    ['1«.T»', /no transpose/, '1'],
    ['x²«.T»', /around the power/],
    ['«.T»', /missing before/],
    ['W«.T x»', /“@”/, 'W.T@x'],
    ['xᵀ«ᵀ y»', /“@”/, 'xᵀᵀ@y'],
    ['W«.»Tx', /before T/],
  ],
  'parameters that are no names': [
    ['g(a, «a») = a', /twice/],
    ['g«()» = 2', /no parameters/, 'g = 2'],
    ['g(«2») = 2', /plain names/],
    ['g(a«,») = a', /beside this comma/, 'g(a) = a'],
    ['g(«a b») = a', /comma is missing/, 'g(a, b) = a'],
  ],
  'a role word in the wrong place': [
    ['«param» g(a) = a', /not a function/, 'g(a) = a'],
    ['«param w»', /write a value/, 'param w = 1'],
    ['«param w + 1»', /write a value/],
    ['«output» x + 1', /output anyway/, 'x + 1'],
  ],
  'a product without a sign after a division': [
    ['«1/2x»', /\(1\/2\)·x/, '1/2*x'],
    ['f = a + «b/(c)(»d)', /\(b\/\(c\)\)·\(…\)/, 'f = a + b/(c)*(d)'],
    ['«1/2sin»(x)', /\(1\/2\)·sin\(…\)/, '1/2*sin(x)'],
  ],
}

const isFunction = (name: string): boolean => /^(a?sin|a?cos|sum)$/.test(name)

function problemOf(source: string, says: RegExp): Diagnostic {
  const found = parse(source, isFunction).diagnostics
  expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(says)])
  return found[0] as Diagnostic
}

for (const [title, list] of Object.entries(cases))
  describe(`${title} is said, with its place and its fix`, () => {
    for (const [marked, says, fixed] of list)
      it(marked, () => {
        const source = marked.replace(/[«»]/g, '')
        const problem = problemOf(source, says)
        expect([problem.from, problem.to]).toEqual([marked.indexOf('«'), marked.indexOf('»') - 1])
        expect(problem.fix && applied(source, problem.fix)).toBe(fixed)
        const left = parse(fixed ?? '', isFunction).diagnostics.filter(({ message }) => message === problem.message)
        expect(left).toEqual([])
      })
  })

describe('a chain of many comparisons', () => {
  it('is mended by as many fixes as it needs', () => {
    let source = '1 < a < b < c'
    for (let [problem] = parse(source).diagnostics; problem?.fix; [problem] = parse(source).diagnostics)
      source = applied(source, problem.fix)
    expect(source).toBe('((1 < a)*(a < b))*(b < c)')
  })
})

describe('problems', () => {
  it('of one statement are all said where it is clear how to read on', () => {
    expect(parse('f = (x y] z').diagnostics.map(({ from }) => from)).toEqual([5, 8])
  })

  it('stop at a limit', () => {
    const diagnostics = parse('x y;1/2x\n'.repeat(1000)).diagnostics
    const count = (severity: Diagnostic['severity']) => diagnostics.filter((each) => each.severity === severity).length
    expect([count('error'), count('note')]).toEqual([MAX_ERRORS, MAX_REMARKS])
  })
})

describe('a comparison on a line of its own', () => {
  it('of a name that is defined already is meant as one', () => {
    expect(parse('x = 1\nx == 1').diagnostics).toEqual([])
  })
})
