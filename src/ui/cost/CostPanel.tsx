import { costsNow, useCosts } from '../../state/costs.ts'
import { verdict } from './words.ts'

/** What the modes cost: which is cheaper, and why. */
export default function CostPanel() {
  const costs = useCosts(costsNow)
  return <div className="cost">{costs && <p className="cost-verdict">{verdict(costs.even)}</p>}</div>
}
