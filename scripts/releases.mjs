// Releases keep a folder of their own, so that a course's page does not change under its readers: v1/, v2/ … beside the latest page.
// What was released stands as it was built, byte by byte, on the branch `releases`; no old source is ever built again, and this
// needs git alone. The number is the first of `version` in package.json.
//   node scripts/releases.mjs        puts the releases into dist/, and today's page in place of one that is still to come
//   node scripts/releases.mjs keep   keeps dist/ as the release: a commit on the branch `releases`, to be pushed
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BRANCH = 'releases'
const RELEASE = /^v\d+$/
const current = `v${JSON.parse(readFileSync('package.json', 'utf8')).version.split('.')[0]}`

/** What git says, or null where it fails: in a copy of the folder without its history there is none. */
function git(args, options = {}) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], ...options })
  } catch {
    return null
  }
}

const branch = [BRANCH, `origin/${BRANCH}`].find((name) =>
  git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]),
)
const kept = branch
  ? git(['ls-tree', '--name-only', branch])
      .split('\n')
      .filter((name) => RELEASE.test(name))
  : []

/** What belongs to the page itself. */
const own = () => readdirSync('dist').filter((name) => !RELEASE.test(name) && name !== '.vite')

function put() {
  for (const name of readdirSync('dist')) if (RELEASE.test(name)) rmSync(join('dist', name), { recursive: true })
  for (const name of kept) {
    const tar = git(['archive', '--format=tar', branch, name], { encoding: 'buffer', maxBuffer: 2 ** 30 })
    execFileSync('tar', ['-xf', '-', '-C', 'dist'], { input: tar })
  }
  if (!kept.includes(current))
    for (const name of own()) cpSync(join('dist', name), join('dist', current, name), { recursive: true })
  console.log(`dist/${current}/ is ${kept.includes(current) ? 'the release' : 'today’s page: it is not released yet'}`)
}

function keep() {
  if (kept.includes(current))
    throw new Error(`${current} is released: it stays as it is. The next has another version in package.json`)
  if (!existsSync('dist/index.html')) throw new Error('There is no dist/: build it first')
  const scratch = mkdtempSync(join(tmpdir(), 'gradual-release-'))
  const within = (index) => ({ env: { ...process.env, GIT_INDEX_FILE: join(scratch, index) } })
  const must = (args, options) => {
    const said = git(args, options)
    if (said === null) throw new Error(`git ${args.join(' ')} failed`)
    return said.trim()
  }
  must(['--work-tree=dist', 'add', '--force', '--all', '--', ...own()], { ...within('page'), cwd: '.' })
  const page = must(['write-tree'], within('page'))
  if (branch) must(['read-tree', branch], within('all'))
  must(['read-tree', `--prefix=${current}/`, page], within('all'))
  const all = must(['write-tree'], within('all'))
  const parent = branch ? ['-p', branch] : []
  const commit = must(['commit-tree', all, ...parent, '-m', `The page as released in ${current}`])
  must(['update-ref', `refs/heads/${BRANCH}`, commit])
  rmSync(scratch, { recursive: true })
  console.log(`${current} stands on the branch ${BRANCH}: git push origin ${BRANCH}`)
}

if (process.argv[2] === 'keep') keep()
else put()
