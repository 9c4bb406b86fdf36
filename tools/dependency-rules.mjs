const tests = '\\.(test|spec)\\.tsx?$'
const electronRoots = '^electron/(companion|main|browser-host|hub-host|preload)\\.ts$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/**
 * Who may know whom, for dependency-cruiser; paths start at the repository's root.
 *
 * @type {import('dependency-cruiser').IFlattenedRuleSet}
 */
const dependencyRules = {
  forbidden: [
    rule(
      'shared-is-pure',
      'shared/ is the language both sides speak: it imports itself and pure libraries only.',
      { path: '^shared/', pathNot: tests },
      { pathNot: '^shared/|^node_modules/(zod|js-yaml|@internationalized/date)/' },
    ),
    rule(
      'processes-never-meet',
      'electron/ and renderer/ meet in shared/.',
      { path: '^(electron|renderer)/' },
      { path: '^(electron|renderer)/', pathNot: '^$1/' },
    ),
    rule(
      'product-without-its-tools',
      'What is shipped does not lean on what tests or builds it.',
      { path: '^(electron|renderer|shared)/', pathNot: tests },
      { path: '^(e2e|tools)/' },
    ),
    rule(
      'features-never-meet',
      'A feature does not import another: they meet in shared/<feature> or in a composition root.',
      { path: '^(electron|renderer)/([^/]+)/', pathNot: `^renderer/app/|${tests}` },
      { path: '^$1/[^/]+/', pathNot: '^$1/$2/|^electron/shell/|^renderer/(ui|storage|words)/' },
    ),
    rule(
      'only-roots-know-features',
      'Beside the composition roots no file at the top of a process knows a feature.',
      { path: '^(electron|renderer)/[^/]+$', pathNot: `${electronRoots}|${tests}` },
      { path: '^(electron|renderer)/[^/]+/' },
    ),
    rule(
      'electron-stays-at-its-door',
      'Only the desktop shell and the two desktop entries import electron.',
      { path: '^(electron|renderer|shared)/', pathNot: '^electron/(shell/desktop/|main\\.ts$|preload\\.ts$)' },
      { path: '(^|/)node_modules/electron/|^electron$' },
    ),
    rule(
      'companion-runs-without-electron',
      'The companion also runs in the browser shell, where there is no electron to import.',
      { path: '^electron/(companion|browser-host|hub-host)\\.ts$' },
      { path: '(^|/)node_modules/electron/|^electron$', reachable: true },
    ),
    rule('no-cycles', 'A cycle is one module in several files.', {}, { circular: true }),
    rule(
      'everything-resolves',
      'An import leads nowhere.',
      { path: '^(electron|renderer|shared)/', pathNot: tests },
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
  ],
}

/** How dependency-cruiser reads this code: type-only imports count, packages are named but not entered. */
export const cruiseOptions = {
  ruleSet: dependencyRules,
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  exclude: { path: '\\.css$|^out/' },
}
