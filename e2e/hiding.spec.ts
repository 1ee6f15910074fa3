import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, node, press, region, rest } from './page.ts'

/** Where a number stands in all that the page holds, in text and in attributes; the address and what is typed aside. */
const inPage = (page: Page, number: string) =>
  page.evaluate((sought) => {
    const parts: string[] = []
    for (const element of document.querySelectorAll('.app *')) {
      for (const { name, value } of element.attributes)
        if (!/^(d|x|y|style|points|transform)$/.test(name)) parts.push(value)
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) parts.push(child.nodeValue ?? '')
    }
    return parts.filter((part) => part.includes(sought))
  }, number)

const ADJOINT = Math.cos(2) + 3
const HIDDEN = '2.58'

test('a hidden adjoint is nowhere in the page until it is asked for, and a prediction is judged before it is told', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 4, tab: 'trace', hide: 'values.adjoints' }))
  await rest(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Reverse mode, f, step 5 of 5')).toBeVisible()
  const x1 = node(region(page, 'Reverse'), 'x1')
  await expect(x1).toHaveAttribute('data-adjoint', '?')
  for (const name of ['Step', 'Jacobian', 'Trace', 'Methods', 'Chain rule', 'Follow']) {
    await page.getByRole('tab', { name, exact: true }).click()
    await page.waitForLoadState('networkidle')
    expect(await inPage(page, HIDDEN), name).toEqual([])
  }
  await page.keyboard.press('ArrowRight')
  await expect(x1).toHaveAttribute('data-adjoint', String(ADJOINT))

  await press(page, 'Previous step')
  await press(page, 'Hide')
  await page.getByRole('radio', { name: 'I say each number first' }).check()
  await page.getByRole('checkbox', { name: /^Adjoints/ }).uncheck()
  await page.getByRole('checkbox', { name: /^Adjoints/ }).check()
  await page.keyboard.press('Escape')
  const prediction = page.getByRole('region', { name: 'Prediction' })
  const field = prediction.getByRole('textbox', { name: 'x̄₂ = ?' })
  await field.focus()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(prediction.getByRole('status')).toContainText('Not 3')
  await page.keyboard.type('1 + 1')
  await page.keyboard.press('Enter')
  await expect(prediction.getByRole('status')).toContainText('Right: 2')
  await page.keyboard.press('Enter')
  await expect(prediction.getByRole('textbox', { name: 'x̄₁ = ?' })).toBeFocused()
  expect(await inPage(page, HIDDEN)).toEqual([])
  await page.keyboard.type('cos(2) + 3')
  await page.keyboard.press('Enter')
  await expect(x1).toHaveAttribute('data-adjoint', String(ADJOINT))
})

test('hidden counts are told by nothing that could be counted, and come back with the passes', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, mode: 'compare', pass: 'primal', step: 0, tab: 'trace', hide: 'counts' }))
  const position = page.getByRole('slider', { name: 'Position' })
  await expect(position).toHaveAttribute('aria-valuetext', 'Primal pass, step 0 of ?')
  await expect(position).toHaveAttribute('max', '1000')
  const passes = page.getByRole('table', { name: 'Evaluation trace' }).getByRole('columnheader', { name: /seed/ })
  await expect(passes).toHaveCount(0)
  await press(page, 'Next pass')
  await expect(passes).toHaveText([/x₁/, /f/])
  await expect(position).toHaveAttribute('max', '2000')
  await page.getByRole('tab', { name: 'Chain rule', exact: true }).click()
  await page.getByRole('radio', { name: 'Paths' }).check()
  await expect(page.getByRole('tabpanel')).toContainText('? paths')
  await expect(page.getByRole('table', { name: 'What the sum costs' }).getByRole('cell')).toHaveText([
    '',
    '?',
    '?',
    '?',
    '?',
  ])
})
