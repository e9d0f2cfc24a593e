// Plain JavaScript that any Node runs, so that one which is too old can say so. Run before every other tool.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    [
      'Claimcheck needs Node 22.12 or newer; this is Node ' + process.versions.node + '.',
      '',
      '`npm ci` brings Node 24 along by itself, but its install step did not run here (npm is set to ignore scripts, or the',
      'step could not fetch it). Either let it run:',
      '',
      '    npm ci --ignore-scripts=false',
      '',
      'or install Node 24 from https://nodejs.org, and try again.',
    ].join('\n'),
  );
  process.exit(1);
}
