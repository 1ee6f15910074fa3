import { COLOURS } from '../../picture/drawing/colours.ts'

const coloursOf = (theme: 'light' | 'dark'): string =>
  (['canvas', 'ink', 'soft', 'line', 'wash', 'tangent', 'adjoint', 'partial'] as const)
    .map((name) => `--${name}:${COLOURS[theme][name]}`)
    .join(';')

/** The style sheet of documents as pages: light or dark as the reader has it, black on white in print. */
export const STYLE = `:root{color-scheme:light dark;${coloursOf('light')}}
@media screen and (prefers-color-scheme:dark){:root{${coloursOf('dark')}}}
body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main,footer{max-width:54rem;margin:0 auto;padding:1rem}
h1,h2,h3{line-height:1.25;break-after:avoid}h1{font-size:1.6rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:0}
pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--wash);white-space:pre-wrap;overflow-wrap:anywhere}
pre,code,data{font-family:ui-monospace,monospace;font-variant-numeric:tabular-nums}data{white-space:nowrap}
figure{margin:1rem 0;break-inside:avoid}figure img{max-width:100%;max-height:18cm}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;border-block:2px solid var(--ink)}caption{text-align:start;font-weight:600;padding-bottom:.25rem}
th,td{padding:.3rem .75rem .3rem 0;text-align:start;vertical-align:baseline;border-top:1px solid var(--line)}
thead th{border-top:0;border-bottom:1px solid var(--ink);font-size:.875rem;vertical-align:bottom}
tbody th{font-weight:400}.number{text-align:end}tr,.step{break-inside:avoid}td math,th math{padding-block:.15rem}
.step{margin:1.25rem 0}.step p{margin:.25rem 0}.note{color:var(--soft);font-size:.9rem}
dl{margin:.25rem 0}dl div{display:flex;gap:1rem;align-items:baseline;overflow-x:auto;padding-block:.2rem}
dt{flex:none;width:8.5rem;color:var(--soft);font-size:.875rem}dd{margin:0}
.tangent{color:var(--tangent)}.adjoint{color:var(--adjoint)}.partial{color:var(--partial)}mi.word{font-style:italic}
.blank{display:inline-block;width:7.5rem;border-bottom:1px solid var(--ink);text-align:end;white-space:nowrap}.filled{font-weight:600;white-space:nowrap}
small{font-weight:400;color:var(--soft)}.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
a{color:inherit}@media (max-width:30rem){dl div{display:block}dt{width:auto}}
@media print{body{font-size:10.5pt}main,footer{max-width:none;padding:0}.table,pre,dl div{overflow:visible}@page{margin:18mm}}`

/** Of the style sheet, for the page’s policy; a test holds it. */
export const STYLE_HASH = 'sha256-L+GjxSfKVFrVsi9T3bVy08iUTEoawluu+W06I+Td4kc='
