/** What of gifenc is used: it comes without types. */
declare module 'gifenc' {
  export type GifColour = [red: number, green: number, blue: number]

  export interface GifFrame {
    palette?: GifColour[]
    /** Milliseconds. */
    delay?: number
    /** -1 plays once. */
    repeat?: number
    transparent?: boolean
    transparentIndex?: number
    /** 1 leaves the frame standing under the next. */
    dispose?: number
  }

  export interface GifStream {
    writeFrame(indices: Uint8Array, width: number, height: number, frame?: GifFrame): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }

  export function GIFEncoder(): GifStream
  export function nearestColorIndex(palette: readonly GifColour[], colour: GifColour): number
}
