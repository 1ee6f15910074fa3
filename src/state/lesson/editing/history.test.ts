import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edits, edited, redone, undone, unedited } from './history.ts'

/** An edit of a field, or of nothing that goes on. */
const edits = fc.array(fc.tuple(fc.string(), fc.constantFrom('title', 'text', null)), { maxLength: 60 })

const after = (list: readonly (readonly [string, string | null])[]) =>
  list.reduce((history, [value, of]) => edited(history, value, of), unedited('first'))

test('undo leads back to the first value, redo to the last, through the same values', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const values = (way: typeof undone, from: Edits<string>) => {
        const seen = [from.value]
        let at = from
        for (let next = way(at); next !== at; next = way(at)) {
          at = next
          seen.push(at.value)
        }
        return { seen, at }
      }
      const back = values(undone, after(list))
      expect(back.at.value).toBe('first')
      const forth = values(redone, back.at)
      expect(forth.seen).toEqual(back.seen.toReversed())
      expect(forth.at.value).toBe(list.at(-1)?.[0] ?? 'first')
    }),
  )
})

test('letters typed one after the other into one field are one edit, those of another field another', () => {
  const history = after([
    ['a', 'title'],
    ['ab', 'title'],
    ['ab c', 'text'],
    ['ab cd', 'text'],
  ])
  expect(undone(history).value).toBe('ab')
  expect(undone(undone(history)).value).toBe('first')
})

test('after an undo, typing goes on as an edit of its own, and what was taken back is gone', () => {
  const history = edited(
    undone(
      after([
        ['a', 'title'],
        ['b', 'text'],
      ]),
    ),
    'ax',
    'title',
  )
  expect(undone(history).value).toBe('a')
  expect(redone(history)).toBe(history)
})
