import type { Page } from '@playwright/test'
import published from '../verification/cases/published.json' with { type: 'json' }
import { states, type Written } from './draft.ts'
import { expect, test } from './fixtures.ts'
import { link, program } from './page.ts'

const FORMULAS = [
  ...['y = m*x + b', 'f = p+q + r', 'p-q', 'p^q', 'f = x*sin(x)', 'y = w1*x1 + w2*x2 + b', 'f = a*x^2 + b*x + c'],
  ...['E = m*c^2', 'F = G*m1*m2/r^2', 's = v*t + a*t^2/2', 'A = pi*r^2', 'V = 4/3*pi*r^3', 'd = sqrt(x^2 + y^2)'],
  ...[
    'f = exp(-x^2/2)',
    'z=x*y+y*z',
    'f = (x+1)*(x-1)',
    'f = 1/(1+exp(-x))',
    'loss = (y-t)^2',
    'f = -x',
    'f = 2x + 3y',
  ],
  ...['f(x, y) = x*y\nf(2, 3)', 'a = 2\nb = a*a\nc = b*a', 'x = 3\ny = x^2\nz = y+x', 'f = log(x*y)', 'f = x^y^z'],
  ...['h = tanh(w*x+b)', 'f = sin(x)*cos(y)', 'f = max(x, y)', 'f = where(x>0, x, -x)', 'f = relu(w*x)', 'u = x**2'],
  ...['v = [1, 2, 3]\ns = sum(v*v)', 'W = [[1,2],[3,4]]\nx = [5,6]\ny = W@x', 'f = x1*x2*x3*x4', 'q = a/b/c'],
  ...[
    'param w = 0.5\nf = w*x',
    'data t = 1\nf = (x-t)^2',
    'const k = 3\nf = k*x',
    'output f = x*y',
    '# a line\nf = x+y',
  ],
  ...[
    'f = x<y',
    'f = x == y',
    'f = sigmoid(x)*x',
    'f = atan2(y, x)',
    'p = n*R*T/V',
    'x = 1e-3\nf = x*x',
    'f = 1.5*x - .5',
  ],
  ...['k = (a+b)/(a-b)', 'f = x*(y+z*(u+v))', 'g = a*b+c*d-e*f', 'f=x;g=x*f', 'n = abs(x)^3/x', 'T = 2*pi*sqrt(l/g)'],
]

const keysOf = (text: string): string[] => [...text].map((character) => (character === '\n' ? 'Enter' : character))
const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key)

/** What is typed besides from left to right. */
const CORRECTED = [
  [...keysOf('y = m*x'), ...times(2, 'Backspace'), ...keysOf('+x*b')],
  [...keysOf('f = x*y'), ...times(3, 'ArrowLeft'), ...keysOf('2*'), 'End', ...keysOf('^2')],
  [
    ...keysOf('f = p+r'),
    'ArrowLeft',
    ...keysOf('q*'),
    'Home',
    ...times(4, 'Delete'),
    ...keysOf('g = '),
    'End',
    ...keysOf('-s'),
  ],
  [
    ...keysOf('f = sin(x'),
    'ArrowRight',
    ...keysOf('*x'),
    ...times(3, 'ArrowLeft'),
    ...keysOf('*y'),
    'End',
    ...keysOf('+1'),
  ],
  [...keysOf('f = ('), 'Backspace', ...keysOf('(a+b)*c'), ...times(2, 'Backspace'), ...keysOf('/d')],
  [
    ...keysOf('a = 2\nf = a*b'),
    ...times(5, 'Backspace'),
    ...keysOf('a^2 + x*a'),
    'Home',
    'ArrowLeft',
    '5',
    'Enter',
    ...keysOf('b=1'),
  ],
  [
    ...keysOf('f = x*'),
    'Backspace',
    '+',
    'Backspace',
    '-',
    'y',
    ...times(2, 'ArrowLeft'),
    'Delete',
    '*',
    'ArrowRight',
    ...keysOf('*z'),
  ],
]

/** Keeps what the editor holds after each key: its lines as they stand, and the caret where the browser has it. */
async function watch(page: Page): Promise<void> {
  await expect(page.locator('.cm-content')).toBeVisible()
  await page.evaluate(() => {
    const lines = () => [...document.querySelectorAll('.cm-line')]
    const textBefore = (line: Element, { focusNode, focusOffset }: Selection) => {
      const range = document.createRange()
      range.setStart(line, 0)
      if (focusNode) range.setEnd(focusNode, focusOffset)
      return range.toString().length
    }
    const look = () => {
      const selection = getSelection() as Selection
      const at = lines().findIndex((line) => line.contains(selection.focusNode))
      const above = lines()
        .slice(0, Math.max(0, at))
        .map((line) => (line.textContent ?? '').length + 1)
      const text = lines()
        .map((line) => line.textContent)
        .join('\n')
      return {
        text,
        caret: at < 0 ? -1 : above.reduce((sum, length) => sum + length, textBefore(lines()[at], selection)),
      }
    }
    const seen: ReturnType<typeof look>[] = []
    Object.assign(window, { seen, look })
    addEventListener('keyup', () => seen.push(look()))
  })
}

declare const seen: Written[]
declare const look: () => Written

const now = (page: Page) => page.evaluate(() => look())

/** Starts from an empty editor. */
async function clear(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await program(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  await page.evaluate(() => seen.splice(0))
}

/** Presses the keys one after the other, this many ms apart, and compares what each of them led to. */
async function expectEachKey(page: Page, keys: readonly string[], delay: number): Promise<void> {
  await clear(page)
  for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key, { delay })
  expect(await page.evaluate(() => seen)).toEqual(states(keys))
}

// How long a slow machine may take for some hundred keys says nothing about the page.
test.describe.configure({ timeout: 300_000 })

const SPEEDS = [0, 0, 20, 0, 0, 0, 60, 0]

const typed = [...published.map(({ program: text }) => text), ...FORMULAS]

const PARTS = ['compare', 'reverse', 'forward'] as const

for (const [part, mode] of PARTS.entries())
  test(`every program is what its keys say, after each of them, with ${mode} shown`, async ({ page, open }) => {
    await open(link({ mode }))
    await watch(page)
    const texts = typed.filter((_, at) => at % PARTS.length === part)
    for (const [at, text] of texts.entries()) await expectEachKey(page, keysOf(text), SPEEDS[at % SPEEDS.length] ?? 0)
  })

test('every correction is where it was made', async ({ page, open }) => {
  await open()
  await watch(page)
  for (const keys of CORRECTED) await expectEachKey(page, keys, 0)
  for (const keys of CORRECTED.slice(0, 3)) await expectEachKey(page, keys, 20)
})

test.describe('with motion', () => {
  test.use({ motion: true })

  test('every key lands where the caret is, while the graph moves and while a pass is played', async ({
    page,
    open,
  }) => {
    await open()
    await watch(page)
    await page.getByRole('button', { name: 'Play' }).click()
    for (const text of FORMULAS.slice(0, 6)) await expectEachKey(page, keysOf(text), 20)
    for (const keys of CORRECTED.slice(0, 2)) await expectEachKey(page, keys, 60)
  })
})

test('a completion, undoing and doing again leave the caret where one goes on', async ({ page, open }) => {
  await open()
  await watch(page)
  await clear(page)
  await page.keyboard.type('f = x*si')
  await expect(page.getByRole('option', { name: /^sin\(/ })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('.cm-tooltip [aria-selected]')).toHaveText(/^sin\(/, { timeout: 300 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect.poll(() => now(page)).toEqual({ text: 'f = x*sin(', caret: 10 })
  await page.keyboard.type('x)*x')
  const whole = { text: 'f = x*sin(x)*x', caret: 14 }
  expect(await now(page)).toEqual(whole)
  for (let { text } = whole; text.startsWith('f = x*s'); ) {
    await page.keyboard.press('ControlOrMeta+z')
    const undone = await now(page)
    expect(undone.text).not.toBe(text)
    text = undone.text
    if (text.startsWith('f = x*s')) expect(undone.caret).toBe(text.length)
  }
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    expect((await now(page)).text).toBe(whole.text)
  }).toPass()
  await page.keyboard.type('+b')
  expect(await now(page)).toEqual({ text: `${whole.text}+b`, caret: 16 })
})

test('what an input method composes stands where it is composed', async ({ page, open }) => {
  await open()
  await watch(page)
  const { send } = await page
    .context()
    .newCDPSession(page)
    .then((session) => ({ send: session.send.bind(session) }))
  const expectNow = (text: string, caret = text.length) => expect.poll(() => now(page)).toEqual({ text, caret })
  for (const [before, after] of [
    ['f = x*', ''],
    ['f = p+', '+q'],
    ['y = 2', '*x'],
    ['a = 3\nf = a*', ''],
  ]) {
    await clear(page)
    await page.keyboard.type(before + after)
    for (const _ of after) await page.keyboard.press('ArrowLeft')
    for (const text of ['a', 'al', 'alf', 'αλ']) {
      await send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await expectNow(before + text + after, before.length + text.length)
    }
    await send('Input.insertText', { text: 'α' })
    await expectNow(`${before}α${after}`, before.length + 1)
    await page.keyboard.type('*b')
    await expectNow(`${before}α*b${after}`, before.length + 3)
  }
})
