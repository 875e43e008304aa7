import { cases } from './cases.js';

/** Called by VS Code inside its extension host; says on the console how each case went. */
export async function run(): Promise<void> {
  for (const [name, check] of Object.entries(cases)) console.log(`${await outcomeOf(check)} ${name}`);
}

async function outcomeOf(check: () => Promise<void>): Promise<string> {
  try {
    await check();
    return 'passed';
  } catch (error) {
    return `failed (${error instanceof Error ? error.message : error})`;
  }
}
