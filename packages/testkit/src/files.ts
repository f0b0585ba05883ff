export { ciOnly, dataDir, haveData, haveSeeds, inCi, seedsDir, seedsSkipped, skipped } from './published-files.js';
export { type WorkbookCell, type WorkbookSheet, writeWorkbook } from './workbook.js';
export { zipOf } from './zip.js';
