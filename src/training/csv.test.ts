import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CHARACTERS, MAX_ROWS, readCsv } from './csv.ts'

const messagesOf = (text: string): string[] => readCsv(text).problems.map(({ message }) => message)

describe('pasted rows', () => {
  it('have features first and the target last', () => {
    const { dataSet, problems } = readCsv('0.5,1,2.5\n-1,2e-1,.5\n')
    expect(problems).toEqual([])
    expect(dataSet).toMatchObject({
      kind: 'regression',
      features: [
        [0.5, 1],
        [-1, 0.2],
      ],
      targets: [2.5, 0.5],
      columns: ['x1', 'x2', 'y'],
    })
  })

  it('keep the names of their columns', () => {
    expect(readCsv('height,"weight, kg",sick\n1.7,70,0\n1.8,80,1').dataSet).toMatchObject({
      columns: ['height', 'weight, kg', 'sick'],
      features: [
        [1.7, 70],
        [1.8, 80],
      ],
    })
  })

  it.each(['1,2,3', '1;2;3', '1\t2\t3', ' 1 , 2 , 3 ', '"1","2","3"', '\ufeff1,2,3', '\n\n1,2,3\r\n'])(
    '%j is one row',
    (text) => {
      expect(readCsv(text).dataSet).toMatchObject({ features: [[1, 2]], targets: [3] })
    },
  )

  it('may have decimal commas where semicolons separate', () => {
    expect(readCsv('1,5;2,25').dataSet).toMatchObject({ features: [[1.5]], targets: [2.25] })
  })

  it('have classes where the last column has words', () => {
    expect(readCsv('l,w,kind\n1,2,setosa\n3,4,virginica\n5,6,setosa').dataSet).toMatchObject({
      kind: 'classes',
      classes: ['setosa', 'virginica'],
      targets: [0, 1, 0],
    })
  })

  it.each([
    ['0,0,0\n0,1,1\n1,0,1\n1,1,0', ['0', '1'], [0, 1, 1, 0]],
    ['1,-1\n2,1', ['-1', '1'], [0, 1]],
    ['1,0\n2,1\n3,2\n1,0\n2,1\n3,2', ['0', '1', '2'], [0, 1, 2, 0, 1, 2]],
  ])('%j count classes', (text, classes, targets) => {
    expect(readCsv(text).dataSet).toMatchObject({ kind: 'classes', classes, targets })
  })

  it('with targets that only happen to be whole numbers are regression', () => {
    expect(readCsv('1,1\n2,2\n3,3').dataSet?.kind).toBe('regression')
    expect(readCsv('1,0\n2,1\n3,2').dataSet?.kind).toBe('regression')
  })
})

describe('a bad row', () => {
  it.each([
    ['1,2\n3,abc\n5,6', 'Row 2, column 2: “abc” is not a number.'],
    ['x,y\n1,2\n\n0x10,3', 'Row 4, column 1: “0x10” is not a number.'],
    ['1,2\n3\n5,6', 'Row 2 has 1 column; the first row has 2.'],
    ['1,2\n3,4,5', 'Row 2 has 3 columns; the first row has 2.'],
    ['1,2\n,4', 'Row 2, column 1: there is no value.'],
    ['1,2\nInfinity,4', 'Row 2, column 1: “Infinity” is not a number.'],
    ['1,2\n1e999,4', 'Row 2, column 1: “1e999” is not a number.'],
    ['abc,2\n3,4', 'Row 1, column 1: “abc” is not a number.'],
  ])('of %j says where and why', (text, message) => {
    expect(messagesOf(text)).toEqual([message])
  })

  it('leaves the good rows', () => {
    expect(readCsv('1,2\n3,abc\n5,6').dataSet).toMatchObject({ features: [[1], [5]], targets: [2, 6] })
  })

  it('has its own problem, each of them', () => {
    expect(messagesOf('1,2\na,1\n3,4\nb,2')).toHaveLength(2)
  })
})

describe('text that is no table', () => {
  it.each([
    ['', 'There is nothing here yet'],
    ['  \n ', 'There is nothing here yet'],
    ['1\n2', 'The first row has one column'],
    ['x,y', 'no row of numbers'],
    ['1,a\n2,a', 'All rows have the class “a”'],
    ['1,2\n'.repeat(MAX_ROWS + 2), 'up to 10,000 can be read'],
    ['1'.repeat(MAX_CHARACTERS + 1), 'up to 1,000,000 can be read'],
    [Array(200).fill('1').join(','), 'up to 100 can be read'],
    [Array.from({ length: 20 }, (_, i) => `${i},class ${i}`).join('\n'), 'up to 10 classes'],
  ])('gets one message (%#)', (text, part) => {
    const { dataSet, problems } = readCsv(text)
    expect(dataSet).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0].message).toContain(part)
  })

  it('never throws', () => {
    const pieces = fc.constantFrom('1', '-2.5', ',', ';', '\t', '\n', '"', 'abc', ' ', '\r', 'e', '.', '\ud800')
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const { dataSet, problems } = readCsv(text)
          if (!dataSet) expect(problems.length).toBeGreaterThan(0)
          else expect(dataSet.features).toHaveLength(dataSet.targets.length)
        },
      ),
      { seed: 3, numRuns: 500 },
    )
  })

  it('reads back the numbers it is given', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    const table = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(table, (rows) => {
        const { dataSet, problems } = readCsv(rows.map((row) => row.join(',')).join('\n'))
        expect(problems).toEqual([])
        expect(dataSet?.features.map(([a, b]) => [a + 0, b + 0])).toEqual(rows.map(([a, b]) => [a + 0, b + 0]))
      }),
      { seed: 3 },
    )
  })
})
