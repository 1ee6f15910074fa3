import { useGradual } from '../../state/store.ts'
import JacobianPanel from '../ledger/Jacobian.tsx'
import TraceTable from '../ledger/Trace.tsx'

/** What has been computed: the evaluation trace or the Jacobian. */
export default function LedgerContent() {
  return useGradual(({ tab }) => tab === 'jacobian') ? <JacobianPanel /> : <TraceTable />
}
