const oldestNode = 24;
const thisNode = Number(process.versions.node.split('.', 1)[0]);
if (thisNode < oldestNode) {
  process.stderr.write(
    `Strikeboard needs Node ${oldestNode} and this is Node ${thisNode}: start it with npm start.\n`,
  );
  process.exit(1);
}
// Imported here and not above: an older Node cannot even read the rest.
const words = process.argv.slice(2);
if (words[0] === 'backup' || words[0] === 'restore') {
  const { runBackupCommand } = await import('./app/backup/backup-command.ts');
  await runBackupCommand(words, process.env);
} else if (words[0] === 'clear-demo') {
  const { runClearDemoCommand } = await import('./app/clear-demo-command.ts');
  await runClearDemoCommand(process.env);
} else {
  const { run } = await import('./run.ts');
  await run(words, process.env, import.meta.filename);
}

export {};
