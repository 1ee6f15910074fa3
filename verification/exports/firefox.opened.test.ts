import { execFileSync, spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Firefox, startFirefox } from './firefoxDriver.ts'

const COMMAND = ['firefox-esr', 'firefox'].find(
  (name) => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
)
const FILE = 'dist/gradual.html'

const address = (fields: Record<string, string>) =>
  `${pathToFileURL(FILE).href}#v=1&${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

const value = (symbol: string) => `document.querySelector('[data-node="${symbol}"]')?.dataset.value`
const shows = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`

let firefox: Firefox

beforeAll(async () => {
  if (!COMMAND) return
  execFileSync('npx', ['vite', 'build', '--mode', 'one-file'], { stdio: 'ignore' })
  firefox = await startFirefox(COMMAND)
}, 300_000)
afterAll(() => firefox?.close())

/** What the browser says of the policy and of errors stands in the page from then on. */
const LISTEN = `window.faults = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.faults.push(violatedDirective + ' ' + blockedURI))
// A chart that is drawn again because its size has changed is no fault.
window.addEventListener('error', ({ message }) => message.startsWith('ResizeObserver loop') || window.faults.push(message))
window.addEventListener('unhandledrejection', ({ reason }) => window.faults.push(String(reason)))`

const ARROW_RIGHT = '\uE014'

test.skipIf(!COMMAND)('the page as one file works from a disk in Firefox', { timeout: 300_000 }, async () => {
  await firefox.open(address({ program: 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2', mode: 'reverse' }))
  await firefox.run(LISTEN)
  await firefox.until(value('v3'))
  expect(Number(await firefox.run(`return ${value('v3')}`))).toBeCloseTo(Math.sin(2) + 6, 14)
  await firefox.press(ARROW_RIGHT)
  await firefox.until('location.hash.includes("step=1")')

  const go = (fields: Record<string, string>) =>
    firefox.run(`location.hash = ${JSON.stringify(new URL(address(fields)).hash)}`)
  await go({ program: 'import numpy as np\nx = 0.5\nf = np.sin(x)**2', mode: 'reverse' })
  await firefox.until(`${value('x')} === '0.5'`)
  await go({ program: 'x = ones(12, 12)\nf = sum(x @ x)', unrolled: '1' })
  await firefox.until(`document.querySelector('canvas')`)
  await go({ program: 'data x = [-1, 0, 1]\ndata y = [-1, 0, 1]\nparam a = 0.2\nloss = mse(a*x, y)', tab: 'train' })
  await firefox.until(`document.querySelector('[aria-label="Run training"]:not(:disabled)')`)
  await firefox.run(`document.querySelector('[aria-label="Run training"]').click()`)
  await firefox.until(`document.querySelector('[data-figure] data')`)
  await go({ lesson: 'neuron' })
  await firefox.until(shows('Scene 1 of 10'))
  await firefox.until(`document.querySelector('.lesson .katex, .katex')`)
  expect(
    await firefox.run(`return [...document.querySelectorAll('[role=alert]')].map((each) => each.innerText).join('')`),
  ).toBe('')
  expect(await firefox.run('return window.faults')).toEqual([])
})
