import { createRoot } from 'react-dom/client'
import './state/styles.ts'
import { goWhere, start } from './state/visit.ts'
import { App } from './ui/shell/App.tsx'
import './ui/kit/theme/fonts.css'
import './ui/kit/theme/theme.css'
import './ui/kit/theme/controls.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

await start(location.hash)
window.addEventListener('hashchange', ({ newURL }) => goWhere(new URL(newURL).hash))
createRoot(root).render(<App />)
