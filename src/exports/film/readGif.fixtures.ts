interface ReadFrame {
  /** Seconds. */
  readonly delay: number
  /** What is seen then: red, green, blue and opacity of each pixel. */
  readonly pixels: number[]
}

/** For tests: what a GIF shows, frame by frame. */
export function readGif(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  const colours = 1 << ((bytes[10] & 7) + 1)
  const palette = bytes.subarray(13, 13 + 3 * colours)
  let at = 13 + 3 * colours
  let loops: number | null = null
  let control = { delay: 0, transparent: -1 }
  const seen = new Array<number>(4 * width * height).fill(0)
  const frames: ReadFrame[] = []
  const blocks = (): number[] => {
    const data: number[] = []
    for (let size = bytes[at++]; size > 0; size = bytes[at++]) {
      data.push(...bytes.subarray(at, at + size))
      at += size
    }
    return data
  }
  while (bytes[at] !== 0x3b) {
    const kind = bytes[at++]
    if (kind === 0x21) {
      const label = bytes[at++]
      const data = blocks()
      if (label === 0xff) loops = data[12]
      else control = { delay: (data[1] + 256 * data[2]) / 100, transparent: data[0] & 1 ? data[3] : -1 }
    } else {
      at += 9
      const least = bytes[at++]
      unpacked(blocks(), least).forEach((index, i) => {
        if (index !== control.transparent) seen.splice(4 * i, 4, ...palette.subarray(3 * index, 3 * index + 3), 255)
      })
      frames.push({ delay: control.delay, pixels: [...seen] })
    }
  }
  return { width, height, loops, frames }
}

/** What LZW has packed. */
function unpacked(data: readonly number[], least: number): number[] {
  const [clear, end] = [1 << least, (1 << least) + 1]
  const start = () => Array.from({ length: end + 1 }, (_, i) => [i])
  const out: number[] = []
  let table = start()
  let before: number[] | null = null
  let size = least + 1
  let bit = 0
  const next = (): number => {
    let code = 0
    for (let i = size - 1; i >= 0; i--) code = 2 * code + ((data[(bit + i) >> 3] >> ((bit + i) & 7)) & 1)
    bit += size
    return code
  }
  for (let code = next(); code !== end; code = next()) {
    if (code === clear) {
      table = start()
      before = null
      size = least + 1
      continue
    }
    const entry: number[] = table[code] ?? [...(before as number[]), (before as number[])[0]]
    if (before) table.push([...before, entry[0]])
    out.push(...entry)
    before = entry
    if (table.length + 1 > 1 << size && size < 12) size++
  }
  return out
}
