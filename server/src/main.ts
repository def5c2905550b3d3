const oldestNode = 24;
const thisNode = Number(process.versions.node.split('.', 1)[0]);
if (thisNode < oldestNode) {
  process.stderr.write(
    `Strikeboard needs Node ${oldestNode} and this is Node ${thisNode}: start it with npm start.\n`,
  );
  process.exit(1);
}
// Imported here and not above: an older Node cannot even read the rest.
const { run } = await import('./run.ts');
await run(process.argv.slice(2), process.env);

export {};
