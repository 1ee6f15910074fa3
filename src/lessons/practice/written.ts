import type { Draw } from './draw.ts'

/** Writes an operation over names. */
export type LineWriter = (draw: Draw, ...operands: string[]) => string

/** What a random program is made of. */
export interface Recipe {
  readonly inputs: readonly string[]
  /** Operations besides those that bring loose ends together. */
  readonly lines: number
  readonly outputs: number
  readonly unary: readonly LineWriter[]
  readonly binary: readonly LineWriter[]
  /** One line in so many takes one operand only. */
  readonly unaryOneIn: number
}

const NAMES = [...'abcdghkmn']

/** A program of one operation a line. What a line reads is more often new than used, so that little is left over. */
export function written(draw: Draw, { inputs, lines, outputs, unary, binary, unaryOneIn }: Recipe): string {
  const pool = [...inputs]
  const fresh = new Set(inputs)
  const text: [name: string, value: string][] = []
  const read = (name: string) => {
    fresh.delete(name)
    return name
  }
  const pick = () => read(fresh.size > 0 && draw.below(3) > 0 ? draw.of([...fresh]) : draw.of(pool))
  const define = (value: string) => {
    const name = NAMES[text.length]
    text.push([name, value])
    pool.push(name)
    fresh.add(name)
  }
  for (let line = 0; line < lines; line++)
    define(draw.below(unaryOneIn) === 0 ? draw.of(unary)(draw, pick()) : draw.of(binary)(draw, pick(), pick()))
  while (fresh.size > outputs) {
    const [a, b] = [...fresh]
    define(draw.of(binary)(draw, read(a), read(b)))
  }
  const point = draw.numbers(inputs.length)
  return [
    ...inputs.map((input, i) => `${input} = ${point[i]}`),
    ...named(text, [...fresh], outputs).map(([name, value]) => `${name} = ${value}`),
  ].join('\n')
}

/** A program of one input in which each line reads the one before. */
export function chained(draw: Draw, lines: number, unary: readonly LineWriter[]): string {
  const names = ['x', ...NAMES.slice(0, lines - 1), 'f']
  const value = (line: number) => draw.of(unary)(draw, names[line])
  return [`x = ${draw.numbers(1)[0]}`, ...names.slice(1).map((name, line) => `${name} = ${value(line)}`)].join('\n')
}

/** What nothing reads is called f, or f1, f2. */
function named(text: readonly [string, string][], ends: readonly string[], outputs: number): [string, string][] {
  const nameOf = (end: string) => (outputs === 1 ? 'f' : `f${ends.indexOf(end) + 1}`)
  return text.map(([name, value]) => [ends.includes(name) ? nameOf(name) : name, value])
}

export const plus: LineWriter = (_, a, b) => `${a} + ${b}`
export const minus: LineWriter = (_, a, b) => `${a} - ${b}`
export const timesOther: LineWriter = (_, a, b) => `${a}*${b}`
export const over: LineWriter = (_, a, b) => `${a}/${b}`
export const greater: LineWriter = (_, a, b) => `max(${a}, ${b})`
export const lesser: LineWriter = (_, a, b) => `min(${a}, ${b})`
export const shifted: LineWriter = (draw, a) => `${a} ${draw.below(2) === 0 ? '+' : '-'} ${draw.whole(1, 5)}`
export const scaled: LineWriter = (draw, a) => `${draw.whole(2, 5)}*${a}`
export const squared: LineWriter = (_, a) => `${a}^2`
export const cubed: LineWriter = (_, a) => `${a}^3`
export const negated: LineWriter = (_, a) => `-${a}`
export const halved: LineWriter = (_, a) => `${a}/2`
export const rectified: LineWriter = (_, a) => `relu(${a})`
export const called =
  (...names: readonly string[]): LineWriter =>
  (draw, a) =>
    `${draw.of(names)}(${a})`
