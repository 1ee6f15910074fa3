import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COLOURS, hexOf, type PictureTheme, type ThemeColour } from './colours.ts'

const css = readFileSync('src/ui/kit/theme/theme.css', 'utf8')

/** What the style sheet says of a theme: its rule, after that of the light one. */
function tokens(theme: PictureTheme): ReadonlyMap<string, string> {
  const rules = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
  const of = rules.filter(([, selectors]) =>
    ['light', theme].some((name) => new RegExp(`\\[data-theme="${name}"\\]\\s*(,|$)`).test(selectors.trim())),
  )
  return new Map(
    of.flatMap(([, , body]) => [...body.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, hex]) => [name, hex])),
  )
}

const token = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

test.each(Object.keys(COLOURS) as PictureTheme[])('pictures have the colours of the page: %s', (theme) => {
  const page = tokens(theme)
  for (const name of Object.keys(COLOURS[theme]) as ThemeColour[])
    expect({ [name]: hexOf(name, theme) }).toEqual({ [name]: page.get(token(name)) })
})

test('a mixture lies between its colour and the canvas', () => {
  expect(hexOf('ink 0', 'light')).toBe('#ffffff')
  expect(hexOf('ink 100', 'dark')).toBe(hexOf('ink', 'dark'))
  expect(hexOf('tangent 75', 'light')).toBe('#4777a7')
})
