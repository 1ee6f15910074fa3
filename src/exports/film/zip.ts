import { strToU8, zipSync } from 'fflate'
import type { MomentPicture } from '../exported.ts'
import { svg } from '../picture/svg.ts'
import type { FilmOf } from './frame.ts'

/** A picture for each step, `001.svg` and so on, and what each is and does in a text beside them. */
export function zip(): FilmOf<MomentPicture> {
  const files: Record<string, Uint8Array> = {}
  const steps: string[] = []
  return {
    ...{ extension: 'zip', type: 'application/zip' },
    add(picture) {
      const name = `${String(steps.length + 1).padStart(3, '0')}.svg`
      files[name] = strToU8(svg(picture))
      steps.push(`${name}\n${picture.title}\n${picture.sentence}\n`)
    },
    finish: () => zipSync({ ...files, 'steps.txt': strToU8(steps.join('\n')) }) as Uint8Array<ArrayBuffer>,
  }
}
