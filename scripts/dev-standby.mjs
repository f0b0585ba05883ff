// node scripts/dev-standby.mjs <module …> -- <main> [arguments]: loads modules, waits for a message, and becomes the server.
// npm run dev always has one waiting, because loading what the server depends on is more than a third of a start.
const end = process.argv.indexOf('--');
const modules = process.argv.slice(2, end);
// The server sees its own arguments only.
process.argv.splice(1, end);
const parentIsGone = () => process.exit();
process.once('disconnect', parentIsGone);
const told = new Promise((resolve) => process.once('message', resolve));
for (const module of modules) await import(module);
await told;
process.off('disconnect', parentIsGone);
process.disconnect();
await import(process.argv[1]);
