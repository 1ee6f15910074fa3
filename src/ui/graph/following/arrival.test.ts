import { expect, test } from 'vitest'
import { arrivalAt } from './arrival.ts'

const pace = { travel: 0.7, appear: 0.3 }

test('terms travel one after another, each as long as the others', () => {
  expect(arrivalAt(0, 0, 2, pace)).toEqual({ arrived: 0, way: 0, visible: 0 })
  expect(arrivalAt(0.175, 0, 2, pace)).toEqual({ arrived: 0, way: 0.5, visible: 0 })
  const second = arrivalAt(0.525, 0, 2, pace)
  expect(second.arrived).toBe(1)
  expect(second.way).toBeCloseTo(0.5)
})

test('the number appears when all terms have arrived, and stays', () => {
  expect(arrivalAt(0.7, 0, 2, pace)).toEqual({ arrived: 2, way: null, visible: 0 })
  expect(arrivalAt(0.85, 0, 2, pace).visible).toBeCloseTo(0.5)
  expect(arrivalAt(1, 0, 2, pace)).toEqual({ arrived: 2, way: null, visible: 1 })
})

test('terms that have arrived before do not travel again', () => {
  expect(arrivalAt(0.35, 2, 3, pace)).toEqual({ arrived: 2, way: 0.5, visible: 0 })
})

test('a step without terms only lets its number appear', () => {
  expect(arrivalAt(0.3, 0, 0, pace)).toEqual({ arrived: 0, way: null, visible: 0 })
})
