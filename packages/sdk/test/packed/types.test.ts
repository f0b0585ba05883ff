import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Project } from './pack.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const PAGE = ['uses.ts', 'page/page.ts'];
const EXPECTED = /\/\/ @ts-expect-error (\d+): .*/;

describe.skipIf(!inCi)(`the types of the packed SDK${ciOnly}`, () => {
  let project: Project;

  beforeAll(async () => {
    project = await installPacked();
  });

  afterAll(async () => {
    await project?.remove();
  });

  /** What the compiler says, a line each. */
  async function compile(name: string, files: readonly string[], module: string, moduleResolution: string) {
    const config = join(project.folder, `tsconfig.${name}.json`);
    const compilerOptions = {
      ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [], noEmit: true },
      // The declarations of the SDK are checked as well, TypeScript's own are not.
      ...{ skipLibCheck: false, skipDefaultLibCheck: true },
      ...{ module, moduleResolution, strict: true, exactOptionalPropertyTypes: true },
    };
    await writeFile(config, JSON.stringify({ compilerOptions, files }));
    return new Promise<string[]>((resolve, reject) =>
      execFile(process.execPath, [tsc, '-p', config], { cwd: project.folder }, (error, stdout, stderr) =>
        stderr || (error && !stdout) ? reject(error) : resolve(stdout.split('\n').filter((line) => line !== '')),
      ),
    );
  }

  test.each([
    ['node16', 'node16', [...PAGE, 'required.cts']],
    ['nodenext', 'nodenext', [...PAGE, 'required.cts']],
    ['bundler', 'esnext', PAGE],
  ])('moduleResolution %s: what partners write compiles', async (resolution, module, files) => {
    expect(await compile(resolution, files, module, resolution)).toEqual([]);
  });

  test('mistakes do not compile, each for its own reason', async () => {
    const lines = (await readFile(join(project.folder, 'mistakes.ts'), 'utf8')).split('\n');
    // The mistake stands below the comment that would forgive it.
    const expected = lines.flatMap((line, index) => {
      const [, code] = EXPECTED.exec(line) ?? [];
      return code === undefined ? [] : [`${index + 2} TS${code} ${lines[index + 1]?.trim()}`];
    });
    expect(expected.length).toBeGreaterThan(15);
    const unforgiven = lines.map((line) => line.replace(EXPECTED, '')).join('\n');
    await writeFile(join(project.folder, 'unforgiven.ts'), unforgiven);
    const found = await compile('mistakes', ['unforgiven.ts'], 'nodenext', 'nodenext');
    expect(
      found.flatMap((text) => {
        const [, line, code] = /^unforgiven\.ts\((\d+),\d+\): error (TS\d+)/.exec(text) ?? [];
        // What is indented goes on with the error above.
        return text.startsWith(' ') ? [] : [`${line} ${code} ${lines[Number(line) - 1]?.trim()}`];
      }),
    ).toEqual(expected);
  });
});
