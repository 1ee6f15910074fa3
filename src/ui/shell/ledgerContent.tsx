import { useGradual } from '../../state/store.ts'
import JacobianPanel from '../jacobian/JacobianPanel.tsx'
import TraceTable from '../trace/TraceTable.tsx'

/** What has been computed: the evaluation trace or the Jacobian. */
export default function LedgerContent() {
  return useGradual(({ tab }) => tab === 'jacobian') ? <JacobianPanel /> : <TraceTable />
}
