// Makes gradual-scorm.zip of what is built: the page for course platforms, as SCORM 1.2 has it, with an entry for each lesson and one
// for the page as it is. With names of lessons, rounds of practice or lesson files it has these alone, and stands in the folder at hand:
//   npm run scorm -- neuron exam.branches.1.4 my.gradual-lesson.json
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { zipSync } from 'fflate'

const SUFFIX = '.gradual-lesson.json'
const BUILT_IN = 'src/lessons/files/'
/** Not of the page: other products, and what only a page of its own can use. */
const APART = /^(v\d+|\.vite|icons)\/|^(gradual\S*\.(html|zip|js)|sw\.js|manifest\.webmanifest|index\.html)$/

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What stands in a course: the name of the lesson, empty for the page as it is; its title; the file, where it is none of the page's own. */
function entryOf(name) {
  if (name.endsWith(SUFFIX)) {
    const file = readFileSync(name)
    return { lesson: basename(name, SUFFIX), title: JSON.parse(file).title, file }
  }
  if (/^(practice|exam)\./.test(name)) return { lesson: name, title: name.split('.').join(' ') }
  return { lesson: name, title: JSON.parse(readFileSync(`${BUILT_IN}${name}${SUFFIX}`)).title }
}

/** In the order in which the page offers them. */
const offered = () =>
  [...readFileSync('src/state/lesson/lessons.ts', 'utf8').matchAll(/files\/([\w-]+)\.gradual-lesson/g)].map(
    ([, name]) => name,
  )

const asked = process.argv.slice(2)
const entries =
  asked.length > 0 ? asked.map(entryOf) : [...offered().map(entryOf), { lesson: '', title: 'The whole page' }]
const pageOf = ({ lesson }) => (lesson ? `${lesson}.html` : 'index.html')
const idOf = ({ lesson }) => `page-${encodeURIComponent(lesson || 'whole').replaceAll('%', '_')}`

const { file: course } = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))['src/state/course/course.ts']

/** The page that begins with what tells the platform (`src/state/course/course.ts`). */
const pageFor = ({ lesson, title }) =>
  readFileSync('dist/index.html', 'utf8')
    .replace(/<link rel="(manifest|apple-touch-icon)"[^>]*>\s*/g, '')
    .replace('<html', `<html data-course="${escaped(lesson)}"`)
    .replace(/<title>[^<]*/, () => `<title>${escaped(title)}`)
    .replace('<script type="module"', `<script type="module" crossorigin src="./${course}"></script>\n    $&`)

const shared = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => `${each.parentPath}/${each.name}`.replaceAll('\\', '/').replace(/^dist\//, ''))
  .filter((file) => !APART.test(file))
  .sort()

const files = (all) => all.map((file) => `<file href="${escaped(encodeURI(file))}"/>`).join('\n      ')

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="gradual" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="gradual-course">
    <organization identifier="gradual-course">
      <title>${escaped(entries.length === 1 ? entries[0].title : 'Gradual')}</title>${entries
        .map(
          (entry) => `
      <item identifier="item-${idOf(entry)}" identifierref="${idOf(entry)}" isvisible="true">
        <title>${escaped(entry.title)}</title>
      </item>`,
        )
        .join('')}
    </organization>
  </organizations>
  <resources>${entries
    .map((entry) => {
      const own = [pageOf(entry), ...(entry.file ? [entry.lesson + SUFFIX] : [])]
      return `
    <resource identifier="${idOf(entry)}" type="webcontent" adlcp:scormtype="sco" href="${escaped(encodeURI(pageOf(entry)))}">
      ${files(own)}
      <dependency identifierref="shared"/>
    </resource>`
    })
    .join('')}
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">
      ${files(shared)}
    </resource>
  </resources>
</manifest>
`

const contents = {
  'imsmanifest.xml': Buffer.from(manifest),
  ...Object.fromEntries(entries.map((entry) => [pageOf(entry), Buffer.from(pageFor(entry))])),
  ...Object.fromEntries(entries.flatMap(({ lesson, file }) => (file ? [[lesson + SUFFIX, file]] : []))),
  ...Object.fromEntries(shared.map((file) => [file, readFileSync(`dist/${file}`)])),
}
const packed = Object.entries(contents).map(([file, bytes]) => [
  file,
  [bytes, { level: /\.woff2$/.test(file) ? 0 : 9 }],
])
// The same page gives the same zip.
const zip = zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1) })
const target = asked.length > 0 ? `${entries[0].lesson}-scorm.zip` : 'dist/gradual-scorm.zip'
writeFileSync(target, zip)
console.log(`${target}: ${(zip.length / 1000).toFixed(1)} kB, ${entries.length} entries`)
