import { HIDE_KINDS, HIDE_TITLES, type HideKind } from '../../../state/choices/hiding.ts'
import { NUMBERS, toggled } from '../../../state/masking.ts'
import { isHeld } from '../../../state/playback.ts'
import { change, now, useGradual } from '../../../state/store.ts'
import { PredictingChoice } from './PredictingChoice.tsx'
import './hiding.css'

/** What each kind is, after its title. */
const SAYS: Readonly<Record<HideKind, string>> = {
  values: 'of the primal pass, until their step is told',
  tangents: 'until their step is told',
  adjoints: 'until their step is told',
  partials: 'on the edges and in the words, until a step has used them',
  counts: 'of passes, operations and numbers stored',
  words: 'adder, distributor, switcher, router, scaler',
  results: 'derivatives in lists and chapters, verdicts on cost',
}

const setKinds = (kinds: readonly HideKind[], isIn: boolean) => change({ hide: toggled(now().hide, kinds, isIn) })

/** The kinds that can be hidden, the nodes that are covered, and the prediction. */
export default function HideChoices() {
  const hide = useGradual((state) => state.hide)
  if (isHeld()) return <p>In an exam what is hidden stays hidden until it is handed in.</p>
  return (
    <div className="hiding">
      <div>
        <fieldset>
          <legend>Hidden until you ask</legend>
          {HIDE_KINDS.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={hide.has(kind)}
                onChange={({ target }) => setKinds([kind], target.checked)}
              />
              <span>
                <b>{HIDE_TITLES[kind]}</b> <small>{SAYS[kind]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="hiding-buttons">
          <button type="button" className="button" onClick={() => setKinds(NUMBERS, true)}>
            All numbers of the passes
          </button>
          <button
            type="button"
            className="button"
            disabled={hide.size === 0}
            onClick={() => setKinds(HIDE_KINDS, false)}
          >
            Hide nothing
          </button>
        </p>
        <Covered />
      </div>
      <div>
        <PredictingChoice />
        <p>
          A step then stands as “?”: the next press tells its number, the one after it steps on. <kbd>H</kbd> covers the
          node under the pointer or with the focus, and <kbd>Shift</kbd> + <kbd>H</kbd> tells all of the pass.
        </p>
      </div>
    </div>
  )
}

function Covered() {
  const covered = useGradual((state) => state.covered)
  if (covered.size === 0) return null
  return (
    <p>
      Covered: {[...covered].join(', ')}.{' '}
      <button type="button" className="button" onClick={() => change({ covered: new Set() })}>
        Uncover them
      </button>
    </p>
  )
}
