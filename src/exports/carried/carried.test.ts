import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carried, momentFile } from './carried.ts'
import { carriedIn } from './carriedIn.ts'
import { crc32 } from './crc32.ts'
import { withMomentInPng } from './png.ts'
import { withMomentInSvg } from './svg.ts'

/** One black pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>a &lt; b</title><path d="M0 0"/></svg>'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const WRITERS: Readonly<Record<string, (carried: Carried) => Uint8Array>> = {
  'a.svg': (carried) => bytesOf(withMomentInSvg(SVG, carried)),
  'a.png': (carried) => withMomentInPng(PNG, carried),
  'a.gradual.json': (carried) => bytesOf(momentFile(carried)),
}

const HOSTILE = [
  '# </svg><script>alert(1)</script> ]]> <!-- --> &amp; &#60; &lt;\nf = x',
  '# </gradual:moment></metadata>\nf = "\\u003c \\" \'',
  'α = 1 # 😀 \ud800 \0 \ufffe \u2028\r\n\tf = α',
  '{"gradual": 1, "program": "f = 1"}',
  'f = x # \x89PNG',
]

const anything: fc.Arbitrary<Carried> = fc.record({
  program: fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...HOSTILE)),
  moment: fc.string({ unit: 'binary', maxLength: 100 }),
})

test.each(Object.entries(WRITERS))('whatever a moment is, %s gives it back', (name, write) => {
  fc.assert(
    fc.property(anything, (carried) => {
      expect(carriedIn(name, write(carried))).toEqual({ carried })
      // The bytes tell, not the name.
      expect(carriedIn('download', write(carried))).toEqual({ carried })
    }),
    { examples: HOSTILE.map((program) => [{ program, moment: '#v=1&step=3' }]) },
  )
})

test('no letter of a program is markup in the drawing that carries it', () => {
  for (const program of HOSTILE) {
    const svg = withMomentInSvg(SVG, { program, moment: '#v=1' })
    const added = svg.slice(SVG.length - '</svg>'.length, -'</svg>'.length)
    expect(added).toMatch(
      /^<metadata><gradual:moment xmlns:gradual="urn:gradual">[^<>]*<\/gradual:moment><\/metadata>$/,
    )
    expect(added).not.toMatch(/&(?!(amp|lt|gt);)/)
    expect(added).toMatch(/^[ -~]*$/)
  }
})

test('an editor of drawings may write other references for the same letters', () => {
  const svg = withMomentInSvg(SVG, { program: 'f = x < 3', moment: '#v=1' })
  const rewritten = svg.replaceAll('"', '&quot;').replace('=&quot;urn', '="urn').replace('x &lt;', '&#120; &#x3C;')
  expect(carriedIn('a.svg', bytesOf(rewritten))).toEqual({ carried: { program: 'f = x < 3', moment: '#v=1' } })
})

test('the checksum is that of the standard, and a chunk with another is not believed', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
  expect(crc32(PNG.subarray(12, 29))).toBe(new DataView(PNG.buffer).getUint32(29))
  const png = withMomentInPng(PNG, { program: 'f = x', moment: '#v=1' })
  png[png.indexOf(0x78, 60)] ^= 1
  expect(carriedIn('a.png', png)).toHaveProperty('problem')
})

const whole = fc.tuple(fc.constantFrom(...Object.keys(WRITERS)), anything).map(([name, carried]) => ({
  name,
  bytes: WRITERS[name](carried),
}))

const damaged = whole.chain(({ name, bytes }) =>
  fc.record({
    name: fc.constant(name),
    bytes: fc
      .record({
        end: fc.nat(bytes.length),
        changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
        length: fc.option(fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom(0xffffffff, 0x80000000, 0x7fffffff))),
      })
      .map(({ end, changes, length }) => {
        const copy = bytes.slice()
        for (const [at, byte] of changes) copy[at] = byte
        if (length && length[0] + 4 <= copy.length) new DataView(copy.buffer).setUint32(...length)
        return end % 3 === 0 ? copy.slice(0, end) : copy
      }),
  }),
)

test('a damaged file is opened or refused in a sentence, and never throws', () => {
  const isAnswer = (found: ReturnType<typeof carriedIn>) =>
    'carried' in found ? typeof found.carried.program === 'string' : /^“.{1,60}” .+\.$/su.test(found.problem)
  fc.assert(
    fc.property(damaged, ({ name, bytes }) => isAnswer(carriedIn(name, bytes))),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (name, bytes) =>
      isAnswer(carriedIn(`${name}.`, bytes)),
    ),
    { numRuns: 1000 },
  )
})

test('large files end soon: many chunks, openings without ends, brackets without number', () => {
  const chunks = new Uint8Array(10_000_004).fill(0)
  chunks.set(PNG.subarray(0, 8))
  const texts = ['<', '<gradual:moment>&', '<svg><gradual:moment', '{"gradual":', '[', ' ', '&#x1;']
  for (const bytes of [chunks, ...texts.map((text) => bytesOf(text.repeat(10_000_000 / text.length)))])
    expect(carriedIn('a.json', bytes)).toHaveProperty('problem')
  expect(carriedIn('a.txt', new Uint8Array(32_000_001))).toEqual({
    problem: '“a.txt” is not opened: it has more than 32 MB.',
  })
})

test('a text is the program, and of other files is said why they are none', () => {
  const read = (name: string, text: string) => carriedIn(name, bytesOf(text))
  expect(read('a.txt', '\ufeffx = 2\r\nf = x')).toEqual({ carried: { program: 'x = 2\nf = x', moment: '#v=1' } })
  expect(read('a.PY', 'x = 2')).toEqual({ carried: { program: 'x = 2', moment: '#v=1&lang=python' } })
  expect(carriedIn('a.txt', Uint8Array.of(0xff, 0xfe, 0x66, 0, 0x3d, 0, 0x31, 0))).toMatchObject({
    carried: { program: 'f=1' },
  })
  expect(read('b.txt', ' \n')).toEqual({ problem: '“b.txt” is empty.' })
  expect(read('b.svg', SVG)).toMatchObject({ problem: expect.stringMatching(/carries no program/) })
  expect(carriedIn('b.png', PNG)).toMatchObject({ problem: expect.stringMatching(/carries no program/) })
  for (const name of ['b.tex', 'b.typ', 'B.DOT', 'b.csv', 'b.md'])
    expect(read(name, 'f = 1')).toMatchObject({ problem: expect.stringMatching(/no program/) })
  expect(carriedIn('b.pdf', Uint8Array.of(0x25, 0x50, 0, 0xff))).toMatchObject({
    problem: expect.stringMatching(/neither text nor a picture/),
  })
  for (const json of ['{}', '[1]', '{"gradual": 2, "program": "f = 1"}', '{"gradual": 1, "program": 1}', '{"gradual"'])
    expect(read('b.json', json)).toMatchObject({ problem: expect.stringMatching(/no moment/) })
})
