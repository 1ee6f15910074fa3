import { useGradual } from '../../state/store.ts'
import JacobianPanel from '../panels/ledger/Jacobian.tsx'
import TraceTable from '../panels/ledger/Trace.tsx'

/** What has been computed: the evaluation trace or the Jacobian. */
export default function LedgerContent() {
  const isJacobian = useGradual(({ tab }) => tab === 'jacobian')
  return (
    <>
      <h2 className="visually-hidden">{isJacobian ? 'Jacobian' : 'Evaluation trace'}</h2>
      {isJacobian ? <JacobianPanel /> : <TraceTable />}
    </>
  )
}
