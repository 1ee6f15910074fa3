import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Where the renderer’s code comes from, and the font for letters that are no outlines. */
export interface Raster {
  readonly wasm: () => Promise<Uint8Array<ArrayBuffer>>
  readonly font: Uint8Array | null
  /** Pixels for each px. */
  readonly scale: number
  /** Tells the user something. */
  readonly say: (sentence: string) => void
}

let ready: Promise<void> | null = null

/** A picture as PNG, by resvg: what its SVG says, drawn at so many pixels for each px. */
export async function png(svg: string, { wasm, font, scale, say }: Raster): Promise<Uint8Array> {
  if (!font && svg.includes('<text '))
    say('Some letters are missing from the PNG: name a font that has them by --font.')
  ready ??= wasm().then(initWasm)
  await ready
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    // The families of the SVG are not here: letters that are no outlines take the one font that is.
    font: { fontBuffers: font ? [font] : [] },
  })
  const image = resvg.render()
  try {
    return image.asPng().slice()
  } finally {
    image.free()
    resvg.free()
  }
}
