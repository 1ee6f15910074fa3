import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest starts first, so that no worker waits for it at the end. */
const LONGEST = ['strings', 'methods', 'arrays', 'traced', 'another', 'arrayCosts', 'picture', 'colouring', 'random']

/** The place of a file's name among the longest; those of other folders come after them, the isolated ones last. */
function turnOf({ moduleId, project }: TestSpecification): number {
  const [, name] = /\/verification\/(\w+)\.test\.ts$/.exec(moduleId) ?? []
  const place = LONGEST.indexOf(name)
  if (place >= 0) return place
  return LONGEST.length + (project.config.isolate ? 1 : 0)
}

/** What changes the store, which would keep it for the next file. Those of ui/ test functions and leave the store alone. */
const WITH_STATE = ['src/{state,cli}/**/*.test.ts', 'verification/{oldLinks,lessons,hiding}/*.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => turnOf(a) - turnOf(b))
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    // All operations, as they are there once the compiler is.
    setupFiles: ['src/primitives/late.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'verification/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...WITH_STATE, '**/*.opened.test.ts'],
          // No other test leaves anything behind in a module, so that one copy of the engine serves all files.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'with state', include: [...WITH_STATE] } },
    ],
  },
})
