import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const CLI = 'dist-cli/gradual.js'
const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2\n'

const gradual = (...args: string[]) => execFileSync(process.execPath, [CLI, ...args], { input: PROGRAM })

test('the built command line writes a moment, and picks a picture up where it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradual-cli-'))
  const picture = join(folder, 'step 3.png')
  gradual('render', '-', '--mode', 'reverse', '--step', '3', '--png', '--out', picture)
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG')
  const { title, jacobian } = JSON.parse(gradual('render', picture, '--json').toString())
  expect([title, jacobian]).toEqual(['Reverse mode, f, step 3 of 5', { f: { x1: Math.cos(2) + 3, x2: 2 } }])
  const python = join(folder, 'program.py')
  writeFileSync(python, 'import numpy as np\nx = np.array([1.0, 2.0])\nf = np.sum(x**2)\n')
  expect(JSON.parse(gradual('render', python, '--json').toString()).jacobian).toEqual({ f: { x: [2, 4] } })
  const code = spawnSync(process.execPath, [CLI, 'render', '-', '--code', 'numpy'], {
    input: PROGRAM,
    encoding: 'utf8',
  })
  expect([code.status, code.stderr]).toEqual([0, ''])
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'render', '-', '--svg'], {
    input: 'f = (',
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^stdin:1:5: error: /)])
})

test('the package can be packed, installed without a network, and used from TypeScript with its types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradual-package-'))
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const packed = run('npm', 'pack', '--silent', join(process.cwd(), 'dist-cli')).trim()
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed))
  writeFileSync(join(folder, 'use.ts'), USE)
  const tsc = join(process.cwd(), 'node_modules/.bin/tsc')
  run(tsc, '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', '', 'use.ts')
  expect(JSON.parse(run(process.execPath, 'use.js'))).toEqual([Math.cos(2) + 3, 2, [2, 4, 6]])
  expect(run(join(folder, 'node_modules/.bin/gradual'), '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
})

const USE = `
import { adjoint, compile, type Differentiated, differentiate, type Graph, primal, tangent } from 'gradual'

const found: Differentiated = differentiate('f = sin(x1) + x1*x2', { at: { x1: 2, x2: 3 }, mode: 'reverse' })
const graph: Graph | null = compile('x = [1, 2, 3]\\nf = sum(x^2)').graph
// @ts-expect-error there are two modes
const wrong = () => differentiate('f = x', { mode: 'sideways' })
const values = primal(graph!)
const product = tangent(values, { x: [1, 0, 0] }).outputs.f
console.log(JSON.stringify([found.jacobian.f.x1, product, adjoint(values, { f: 1 }).inputs.x]))
`
