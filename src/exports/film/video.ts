import {
  BufferTarget,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny'
import type { Size } from '../../picture/camera.ts'
import type { FilmOf, PaintedFrame } from './frame.ts'

/** The kinds of video that browsers write, the one that most programs open first. */
const FORMATS = [
  { name: 'mp4', codecs: ['avc'], format: () => new Mp4OutputFormat() },
  { name: 'webm', codecs: ['vp9', 'vp8'], format: () => new WebMOutputFormat() },
] as const

const QUALITY = new Quality('high')

export type VideoName = (typeof FORMATS)[number]['name']

/** The kind of video that this browser can write in that size; null where it has no encoder. */
export const videoHere = async (size: Size): Promise<VideoName | null> => (await formatHere(size))?.name ?? null

async function formatHere({ width, height }: Size) {
  for (const { name, codecs, format } of FORMATS) {
    const codec = await getFirstEncodableVideoCodec([...codecs], { width, height, quality: QUALITY })
    if (codec) return { name, codec, format }
  }
  return null
}

/** A video with one frame for each step, each of which can be jumped to. */
export async function video(size: Size, seconds: number): Promise<FilmOf<PaintedFrame>> {
  const here = await formatHere(size)
  if (!here) throw new Error('This browser has no encoder for video.')
  const { name, codec, format } = here
  const target = new BufferTarget()
  const output = new Output({ format: format(), target })
  const source = new VideoSampleSource({ codec, quality: QUALITY })
  output.addVideoTrack(source)
  await output.start()
  let frames = 0
  return {
    ...{ extension: name, type: `video/${name}` },
    async add({ pixels, width, height }) {
      const timing = { timestamp: seconds * frames++, duration: seconds }
      const sample = new VideoSample(pixels, { format: 'RGBA', codedWidth: width, codedHeight: height, ...timing })
      await source.add(sample, { keyFrame: true })
      sample.close()
    },
    async finish() {
      await output.finalize()
      return new Uint8Array(target.buffer as ArrayBuffer)
    },
  }
}
