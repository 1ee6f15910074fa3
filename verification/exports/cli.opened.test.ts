import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE, OPENED } from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'gradual-cli-'))

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })

const gradual = (...args: string[]): string => run(process.execPath, 'dist-cli/gradual.js', ...args)

beforeAll(() => {
  run('npm', 'run', 'cli')
}, 300_000)

describe.each(Object.entries({ ...OPENED, hostile: HOSTILE.replaceAll('\0', '') }))('%s', (name, text) => {
  const program = join(folder, `${name}.txt`)
  const [svg, png, drawn] = ['svg', 'png', 'drawn.png'].map((ending) => join(folder, `${name}.${ending}`))

  test('the PNG is what librsvg draws of the SVG', () => {
    writeFileSync(program, text)
    gradual('render', program, '--svg', '--mode', 'compare', '--out', svg)
    gradual('render', program, '--png', '--mode', 'compare', '--scale', '1', '--out', png)
    run('rsvg-convert', '--output', drawn, svg)
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(readFileSync(svg, 'utf8')) as RegExpExecArray
    expect(run('identify', '-format', '%m %w %h', png)).toBe(`PNG ${width} ${height}`)
    // The mean over all pixels and channels of the difference, from 0 to 1: edges are smoothed in different ways.
    const blurred = ['-background', 'white', '-alpha', 'remove', '-blur', '0x1']
    const difference = run(
      'convert',
      png,
      drawn,
      ...blurred,
      '-compose',
      'difference',
      '-composite',
      '-format',
      '%[fx:mean]',
      'info:',
    )
    expect(Number(difference)).toBeLessThan(0.004)
  })
})
