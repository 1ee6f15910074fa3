import type { Size } from '../../picture/camera.ts'

/** A frame as it was painted: red, green, blue and opacity of each of its pixels. */
export interface PaintedFrame extends Size {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
}

/** A film in the making: what comes first is shown first. */
export interface FilmOf<Frame> {
  /** What its name ends with, and its media type. */
  readonly extension: string
  readonly type: string
  readonly add: (frame: Frame) => void | Promise<void>
  readonly finish: () => Bytes | Promise<Bytes>
}

type Bytes = Uint8Array<ArrayBuffer>
