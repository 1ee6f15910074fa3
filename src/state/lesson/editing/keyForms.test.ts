import { expect, test } from 'vitest'
import { scenes } from '../../../../verification/fixtures/lessons.ts'
import { formOf, formsFor, KEY_FORMS, keyWritten, valuesIn } from './keyForms.ts'

const keys = scenes.flatMap(({ scene }) => scene.ask?.of ?? [])

test('the key of every question of the built-in lessons is read into menus and written again as it was', () => {
  expect(keys.length).toBeGreaterThan(40)
  for (const key of keys) {
    const form = formOf(key)
    const values = form && valuesIn(form, key)
    expect(form && values ? keyWritten(form, values) : null, key).toBe(key.trim().replace(/\s+/g, ' '))
  }
})

test.each([
  ['adjoint x1 of f', 'adjoint NODE [of OUTPUT]', ['x1', 'f']],
  ['adjoint x1', 'adjoint NODE [of OUTPUT]', ['x1', null]],
  ['passes forward with input', 'passes forward|reverse [with input|output]', ['forward', 'input']],
  ['shape of derivative y x', 'shape of derivative OUTPUT INPUT', ['y', 'x']],
  ['shape y', 'shape NODE', ['y']],
  ['quantity w - 0.1*adjoint(w)', 'quantity EXPRESSION', ['w - 0.1*adjoint(w)']],
  ['role param all', 'role param|data|input [all]', ['param', 'all']],
])('“%s” is of the form “%s”', (key, form, values) => {
  const found = KEY_FORMS.find((each) => each.form === form)
  expect(found && valuesIn(found, key)).toEqual(values)
  expect(formOf(key)?.form).toBe(form)
})

test('a key that is only half chosen is still of its form, so that menus stay', () => {
  for (const form of KEY_FORMS) expect(valuesIn(form, keyWritten(form, [])), form.form).not.toBe(null)
})

test('each kind of answer can be asked for', () => {
  for (const kind of ['number', 'expression', 'shape', 'node', 'count', 'choice'] as const)
    expect(formsFor(kind).length, kind).toBeGreaterThan(0)
})
