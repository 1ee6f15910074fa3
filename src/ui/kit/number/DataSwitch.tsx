import { listedUpTo } from '../../../language/words.ts'
import { displayName } from '../../../notation/names.ts'
import { countData } from '../../../state/document.ts'
import { useGradual } from '../../../state/store.ts'
import './dataSwitch.css'

/** More names than this are counted, not listed. */
const MOST_NAMED = 4

/** Whether forward mode takes passes for data too; only where a program has data beside other inputs. */
export function DataSwitch() {
  const counted = useGradual((state) => state.data)
  const inputs = useGradual(({ compilation: { graph } }) => graph?.inputs) ?? []
  const data = inputs.filter(({ role }) => role === 'data').map(({ name }) => name)
  if (data.length === 0 || data.length === inputs.length) return null
  const names = listedUpTo(MOST_NAMED, data, displayName)
  return (
    <p className="data-switch">
      <label>
        <input type="checkbox" checked={counted} onChange={({ target }) => countData(target.checked)} /> Data counted
        too
      </label>{' '}
      <small>
        {counted
          ? `Forward mode takes passes for ${names} too.`
          : `Forward mode takes no pass for ${names}: data are not differentiated.`}
      </small>
    </p>
  )
}
