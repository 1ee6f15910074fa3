import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { closeDialog, useIsOpen } from '../../kit/dialog/opened.ts'
import { EdgeSample } from './EdgeSample.tsx'
import { NodeSample } from './NodeSample.tsx'
import { ENTRIES, FIGURE_KINDS, LARGE, OUTPUT, PRODUCT, SMALL } from './samples.ts'
import './legend.css'

/** How to read the picture: beside the graph, which can be stepped meanwhile. */
export default function Legend() {
  return useIsOpen('legend') ? <Open /> : null
}

function Open() {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeDialog()
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus()
    }
  }, [])
  return (
    <aside className="legend" aria-label="Legend" tabIndex={-1} ref={panel}>
      <div className="legend-head">
        <h2>How to read the graph</h2>
        <button type="button" className="icon-button" aria-label="Close the legend" onClick={closeDialog}>
          <X size="1.3em" aria-hidden />
        </button>
      </div>
      <dl>
        <Nodes />
        <Numbers />
        <Edges />
        <Arrays />
      </dl>
    </aside>
  )
}

const Nodes = () => (
  <>
    {Object.values(FIGURE_KINDS).map(({ figure, says }) => (
      <Item key={figure.kind} sample={<NodeSample figure={figure} value={figure.kind === 'constant' ? '2.5' : ''} />}>
        {says}
      </Item>
    ))}
    <Item sample={<NodeSample figure={OUTPUT} />}>double ring: an output</Item>
    <Item sample={<NodeSample figure={PRODUCT} reached={false} />}>dashed: not computed yet</Item>
  </>
)

const Numbers = () => (
  <>
    <Item sample={<NodeSample figure={PRODUCT} value="6" derivatives={{ forward: '3', reverse: '1' }} />}>
      its value; ▸ its tangent, in blue; ◂ its adjoint, in orange
    </Item>
    <Item sample={<NodeSample figure={PRODUCT} value="6" derivatives={{ forward: '–' }} />}>
      –: no path leads from the seed to it. A 0 is a derivative that was computed
    </Item>
  </>
)

const Edges = () => (
  <>
    <Item sample={<EdgeSample label="x₂ = 3" />}>on an edge: its local partial</Item>
    <Item sample={<EdgeSample mode="forward" />}>blue, dashed: a tangent has come along it</Item>
    <Item sample={<EdgeSample mode="reverse" />}>orange, double: an adjoint has gone back along it</Item>
    <Item sample={<EdgeSample live={false} />}>dotted: no derivative passes, as from a comparison</Item>
  </>
)

const Arrays = () => (
  <>
    <Item sample={<NodeSample figure={SMALL} entries={[0.2, -0.4, 0.7, 1]} />}>
      an array of up to 4 rows and 4 columns: its numbers, a vector upright
    </Item>
    <Item sample={<NodeSample figure={LARGE} entries={ENTRIES} />}>
      a larger one: a tile for each entry, the darker the larger; a bar is a minus, white is 0, a cross is no number
    </Item>
  </>
)

const Item = ({ sample, children }: { readonly sample: ReactNode; readonly children: ReactNode }) => (
  <div>
    <dt>{sample}</dt>
    <dd>{children}</dd>
  </div>
)
