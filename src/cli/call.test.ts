import { describe, expect, test } from 'vitest'
import { askedBy } from './call.ts'
import { Fault } from './fault.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

const asked = (line: string) => askedBy(line.split(' ').filter(Boolean))

/** Why a call is refused. */
function refusal(line: string): string {
  try {
    asked(line)
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    expect((error as Fault).code).toBe(2)
    return (error as Fault).message
  }
  throw new Error(`Not refused: ${line}`)
}

describe('a call', () => {
  test('names a program, one thing to write, and options, in any order', () => {
    const call = { file: 'p.txt', format: 'svg', said: { svg: '', mode: 'reverse', step: '7' } }
    expect(asked('render p.txt --mode reverse --step 7 --svg')).toEqual({ does: 'render', call })
    expect(asked('--svg --step=7 render --mode=reverse p.txt')).toEqual({ does: 'render', call })
  })

  test('reads from stdin, or has its program in a link', () => {
    expect(asked('render - --png')).toMatchObject({ call: { file: '-', format: 'png' } })
    expect(asked('render --json --link #v=1&program=f%3Dx')).toMatchObject({ call: { file: null, format: 'json' } })
  })

  test('of nothing, and one for help, are told what there is', () => {
    for (const line of ['', '--help', 'render --help', 'render p.txt --svg --help'])
      expect(asked(line)).toEqual({ does: 'help' })
    expect(asked('--version')).toEqual({ does: 'version' })
  })

  test('that is not right is refused by the name of what is wrong', () => {
    expect(refusal('render p.txt --svg --zoom 3')).toBe('Unknown option “--zoom”.')
    expect(refusal('draw p.txt --svg')).toContain('“draw”')
    expect(refusal('render p.txt q.txt --svg')).toContain('“q.txt”')
    expect(refusal('render --svg')).toContain('Which program?')
    expect(refusal('render p.txt')).toContain('Name one of --svg')
    expect(refusal('render p.txt --svg --png')).toContain('--svg or --png')
    expect(refusal('render p.txt --svg --mode')).toContain('--mode')
    expect(refusal('render p.txt --svg=1')).toContain('--svg')
    expect(refusal('render p.txt --svg --mode sideways')).toBe(
      '--mode cannot be “sideways”: it is forward, reverse or compare.',
    )
    expect(refusal('render p.txt --trace csv')).toContain('--trace=csv')
    expect(refusal('render p.txt --svg --steps all')).toContain('--out')
    expect(refusal('render p.txt --svg --steps all --step 2 --out d')).toContain('--step or --steps')
  })

  test('an option before another one has no value', () => {
    expect(() => askedBy(['render', 'p.txt', '--step', '--svg'])).toThrow('--step needs a value after it')
  })

  test.each(['', '-1', '1.5', '1e3', '0x10', 'seven', 'NaN', '9999999999'])('has no step “%s”', (step) => {
    expect(() => askedBy(['render', 'p.txt', '--svg', `--step=${step}`])).toThrow(/^--step cannot be .*whole number/)
  })

  test('has sizes within their bounds', () => {
    expect(refusal('render p.txt --png --scale 9')).toContain('from 0.25 to 8')
    expect(refusal('render p.txt --png --width 99')).toContain('from 100 to 10000')
    expect(asked('render p.txt --png --scale 1.5')).toMatchObject({ call: { said: { scale: '1.5' } } })
  })
})

test('the help names every option, in lines that a terminal has room for', () => {
  for (const name of Object.keys(OPTIONS)) expect(HELP).toContain(`--${name}`)
  for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})
