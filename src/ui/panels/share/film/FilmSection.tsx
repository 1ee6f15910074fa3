import { useCallback, useMemo, useState } from 'react'
import { type FilmFormat, filmRefused, MOST_STEPS } from '../../../../exports/film/order.ts'
import { videoFor } from '../../../../state/exporting/film/film.ts'
import { pictureRefused, stepsShown } from '../../../../state/exporting/pictures.ts'
import { now } from '../../../../state/store.ts'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { EXTENTS, type FilmChoices, FORMATS, FRAMES, isPainted, isPlayed, SECONDS, SIZES } from './filmChoices.ts'
import { type Making, useFilm } from './useFilm.ts'
import './film.css'

/** Every step as slides, pictures or a film. */
export default function FilmSection() {
  const [choices, choose] = useState(chosenAtFirst)
  const { making, make, cancel } = useFilm()
  const { format, extent } = choices
  const steps = useMemo(() => stepsShown(extent, MOST_STEPS[format]), [extent, format])
  const video = useVideo(choices)
  const refused = pictureRefused(now()) ?? filmRefused(format, steps.length) ?? video.refused
  const isMaking = making.is === 'under way'
  return (
    <div className="film">
      <fieldset className="film-choices" disabled={isMaking}>
        <legend className="visually-hidden">What is made</legend>
        <Choices choices={choices} onChoose={choose} />
      </fieldset>
      <p>
        {FORMATS.find(({ name }) => name === format)?.about} {video.about}
      </p>
      {refused ? <p className="film-refused">{refused}</p> : <p>{lengthIn(choices, steps.length)}</p>}
      {isMaking ? (
        <Progress making={making} onCancel={cancel} />
      ) : (
        <button
          type="button"
          className="button"
          data-heir
          disabled={refused !== null || video.isAsked}
          onClick={() => void make(choices, steps)}
        >
          {MAKE[format]}
        </button>
      )}
      <p role="status">{making.is === 'at rest' ? making.said : ''}</p>
    </div>
  )
}

const MAKE: Readonly<Record<FilmFormat, string>> = {
  ...{ pptx: 'Make the slides', zip: 'Make the pictures', svg: 'Make the animated SVG' },
  ...{ gif: 'Make the GIF', video: 'Make the video' },
}

/** A step takes about as long as in playback, with time to read what is said of it. */
const chosenAtFirst = (): FilmChoices => ({
  ...{ format: 'pptx', extent: 'all', size: '720', captioned: true },
  seconds: Math.max(SECONDS.least, Math.round(20 / now().speed) / 10),
})

/** Whether this browser writes videos of that size, once it is asked. */
function useVideo({ format, size }: FilmChoices) {
  const isWanted = format === 'video'
  const kind = useAwaited(
    useCallback(async () => ({ size, of: isWanted ? await videoFor(FRAMES[size]) : null }), [isWanted, size]),
  )
  const isAsked = isWanted && (kind === null || kind.size !== size)
  const found = isWanted && !isAsked ? kind?.of : undefined
  return {
    isAsked,
    about: found ? `This browser writes ${found === 'mp4' ? 'MP4' : 'WebM'}.` : '',
    refused: found === null ? 'This browser has no encoder for videos of this size. Take the GIF instead.' : null,
  }
}

interface ChoicesProps {
  readonly choices: FilmChoices
  readonly onChoose: (choices: FilmChoices) => void
}

function Choices({ choices, onChoose }: ChoicesProps) {
  const { format, extent, size, captioned, seconds } = choices
  const change = (changed: Partial<FilmChoices>) => onChoose({ ...choices, ...changed })
  return (
    <>
      <Pills name="Form" choices={FORMATS} chosen={format} onChoose={(format) => change({ format })} />
      <Pills name="Steps of" choices={EXTENTS} chosen={extent} onChoose={(extent) => change({ extent })} />
      {isPainted(format) && <Pills name="Size" choices={SIZES} chosen={size} onChoose={(size) => change({ size })} />}
      {isPlayed(format) && (
        <div className="film-row">
          <label>
            <input
              type="checkbox"
              checked={captioned}
              onChange={({ target }) => change({ captioned: target.checked })}
            />
            With the sentence of each step
          </label>
          <label>
            Seconds for each step
            <input
              type="number"
              min={SECONDS.least}
              max={SECONDS.most}
              step={0.1}
              defaultValue={seconds}
              onChange={({ target }) => {
                const typed = target.valueAsNumber
                if (typed >= SECONDS.least && typed <= SECONDS.most) change({ seconds: typed })
              }}
            />
          </label>
        </div>
      )}
    </>
  )
}

function lengthIn({ format, seconds }: FilmChoices, steps: number): string {
  const many = `${steps} ${steps === 1 ? 'picture' : 'pictures'}`
  return isPlayed(format) ? `${many}, ${Math.round(steps * seconds)} seconds.` : `${many}.`
}

interface ProgressProps {
  readonly making: Extract<Making, { is: 'under way' }>
  readonly onCancel: () => void
}

function Progress({ making: { done, of }, onCancel }: ProgressProps) {
  return (
    <div className="film-progress">
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
      <progress aria-label="Steps made" max={of} value={done} />
      <span>{done < of ? `Step ${done + 1} of ${of}` : 'Writing the file'}</span>
    </div>
  )
}
