import { Command } from 'commander';
import { isUsual } from '@fiscal/report/publications';
import type { BuildOptions } from '../commands/build.js';
import type { DiffOptions } from '../commands/diff.js';
import { type GitAction, gitActions, type GitOptions } from '../commands/git-actions.js';
import type { CheckOptions } from '../commands/check.js';
import type { FactsOptions } from '../commands/facts.js';
import type { FormatOptions } from '../commands/format.js';
import type { NewOptions } from '../commands/new.js';
import type { ReadOptions } from '../commands/read.js';
import type { SuppressionsOptions } from '../commands/suppressions.js';
import type { RulesOptions } from '../commands/rules.js';
import type { TemplateOptions } from '../commands/template.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../io.js';
import { version } from '../version.js';
import { chineseHelp } from './chinese-help.js';
import { changeFormats } from '../output/changes/formats.js';
import { formats as checkFormats } from '../output/formats/formats.js';
import { amount, count, oneOf, someOf, year } from './choices.js';
import { help } from './help.zh.js';

type Done = (exitCode: ExitCode) => void;

/** All commands and options. A command's own code is loaded when it is called: help stays quick. */
export function makeProgram(context: Context, done: Done): Command {
  const program = new Command('fiscal')
    .description(help.program)
    .version(version(), '-V, --version', help.showVersion)
    .option('--no-color', help.noColor);
  adopt(program, context, help.programNotes);
  for (const add of [
    addCheck,
    addDiff,
    addGit,
    addSuppressions,
    addExplain,
    addRules,
    addTemplate,
    addBuild,
    addFacts,
    addNew,
    addRead,
    addFormat,
    addLsp,
  ])
    add(program, context, done);
  return program;
}

function addCheck(program: Command, context: Context, done: Done): void {
  command(program, context, 'check', help.check, help.checkNotes)
    .argument('[文件...]', help.checkOperands)
    .option('--format <格式>', help.checkFormats, oneOf('--format', checkFormats), 'text')
    .option(
      '--min-severity <级别>',
      help.checkSeverity,
      oneOf('--min-severity', ['error', 'warning', 'information', 'hint']),
      'hint',
    )
    .option('--max-warnings <个数>', help.checkMaxWarnings, count('--max-warnings'))
    .option('--staged', help.checkStaged)
    .option('--stdin-filename <路径>', help.checkStdinFilename)
    .option('--fix', help.checkFix)
    .option('--statistics', help.checkStatistics)
    .option('--no-suppress', help.checkNoSuppress)
    .option('--baseline <文件>', help.checkBaseline)
    .option('--since <版本>', help.checkSince)
    .option('--watch', help.checkWatch)
    .option('--no-baseline', help.checkNoBaseline)
    .option('--write-baseline <文件>', help.checkWriteBaseline)
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('../commands/check.js');
      done(await check(files, options, coloured(program, context)));
    });
}

function addDiff(program: Command, context: Context, done: Done): void {
  command(program, context, 'diff', help.diff, help.diffNotes)
    .argument('[旧]', help.diffOld)
    .argument('[新]', help.diffNew)
    .option('--staged', help.diffStaged)
    .option('--years', help.diffYears)
    .option('--min-change <金额>', help.diffMinChange, amount('--min-change'), '10')
    .option('--min-rate <百分比>', help.diffMinRate, amount('--min-rate'), '30')
    .option('--format <格式>', help.diffFormat, oneOf('--format', changeFormats), 'text')
    .action(async (old: string | undefined, next: string | undefined, options: DiffOptions) => {
      const { diff } = await import('../commands/diff.js');
      const operands = [old, next].filter((operand) => operand !== undefined);
      done(await diff(operands, options, coloured(program, context)));
    });
}

function addGit(program: Command, context: Context, done: Done): void {
  command(program, context, 'git', help.git, help.gitNotes)
    .argument('<动作>', help.gitAction, oneOf('fiscal git', gitActions))
    .argument('[文件...]', help.gitOperands)
    .option('--print', help.gitPrint)
    .option('--external-diff', help.gitExternalDiff)
    .option('--no-hook', help.gitNoHook)
    .action(async (action: GitAction, files: string[], options: GitOptions) => {
      const { git } = await import('../commands/git.js');
      done(await git(action, files, options, coloured(program, context)));
    });
}

function addSuppressions(program: Command, context: Context, done: Done): void {
  command(program, context, 'suppressions', help.suppressions, help.suppressionsNotes)
    .argument('<文件...>', help.checkFiles)
    .option('--format <格式>', help.checkFormat, oneOf('--format', ['text', 'json']), 'text')
    .action(async (files: string[], options: SuppressionsOptions) => {
      const { suppressions } = await import('../commands/suppressions.js');
      done(await suppressions(files, options, context));
    });
}

function addExplain(program: Command, context: Context, done: Done): void {
  command(program, context, 'explain', help.explain, help.explainNotes)
    .argument('<规则编号>', help.explainRule)
    .action(async (id: string) => {
      const { explain } = await import('../commands/explain.js');
      done(await explain(id, context));
    });
}

function addRules(program: Command, context: Context, done: Done): void {
  command(program, context, 'rules', help.rules, help.rulesNotes)
    .option('--format <格式>', help.checkFormat, oneOf('--format', ['text', 'json']), 'text')
    .action(async (options: RulesOptions) => {
      const { rules } = await import('../commands/rules.js');
      done(await rules(options, context));
    });
}

function addTemplate(program: Command, context: Context, done: Done): void {
  command(program, context, 'template', help.template, help.templateNotes)
    .argument('<模板>', help.templateOperand)
    .option('--outline', help.templateOutline)
    .option('--try', help.templateTry)
    .action(async (template: string, options: TemplateOptions) => {
      const { template: show } = await import('../commands/template.js');
      done(await show(template, options, context));
    });
}

function addBuild(program: Command, context: Context, done: Done): void {
  const { publications } = context.engine;
  const formats = publications.map(({ name }) => name);
  const usual = publications.filter(isUsual).map(({ name }) => name);
  command(program, context, 'build', help.build(publications), help.buildNotes(publications))
    .argument('<文件...>', help.buildFiles)
    .option('-o, --output <文件夹>', help.buildOutput)
    .option('--to <格式>', help.buildFormats(publications), someOf('--to', formats), usual)
    .option('--browser <程序>', help.buildBrowser)
    .option('--no-page-numbers', help.buildNoPageNumbers)
    .option('--force', help.buildForce)
    .option('--final', help.buildFinal)
    .option('--index', help.buildIndex)
    .option('--watch', help.buildWatch)
    .option('--port <端口>', help.buildPort, count('--port'))
    .option('--quiet', help.quiet)
    .action(async (files: string[], options: BuildOptions) => {
      const { build } = await import('../commands/build.js');
      done(await build(files, options, coloured(program, context)));
    });
}

function addFacts(program: Command, context: Context, done: Done): void {
  command(program, context, 'facts', help.facts, help.factsNotes)
    .argument('<文件>', help.buildFile)
    .option('--format <格式>', help.factsFormat, oneOf('--format', ['json', 'csv']), 'json')
    .action(async (file: string, options: FactsOptions) => {
      const { facts } = await import('../commands/facts.js');
      done(await facts(file, options, coloured(program, context)));
    });
}

function addNew(program: Command, context: Context, done: Done): void {
  command(program, context, 'new', help.new, help.newNotes)
    .argument('[名称]', help.newName)
    .option('--from <文件>', help.newFrom)
    .option('--year <年度>', help.newYear, year)
    .option('--template <模板>', help.newTemplate)
    .option('--kind <种类>', help.newKind, oneOf('--kind', ['部门决算', '单位决算']))
    .option('-o, --output <路径>', help.newOutput)
    .option('--force', help.newForce)
    .action(async (name: string | undefined, options: NewOptions) => {
      const { create } = await import('../commands/new.js');
      done(await create(name, options, coloured(program, context)));
    });
}

function addRead(program: Command, context: Context, done: Done): void {
  command(program, context, 'read', help.read, help.readNotes)
    .argument('<文件...>', help.readFiles)
    .option('-o, --output <路径>', help.readOutput)
    .option('--template <模板>', help.readTemplate)
    .option('--force', help.newForce)
    .action(async (files: string[], options: ReadOptions) => {
      const { read } = await import('../commands/read.js');
      done(await read(files, options, coloured(program, context)));
    });
}

function addFormat(program: Command, context: Context, done: Done): void {
  command(program, context, 'format', help.format, help.formatNotes)
    .argument('<文件...>', help.checkFiles)
    .option('--check', help.formatCheck)
    .action(async (files: string[], options: FormatOptions) => {
      const { format } = await import('../commands/format.js');
      done(await format(files, options, coloured(program, context)));
    });
}

function addLsp(program: Command, context: Context, done: Done): void {
  command(program, context, 'lsp', help.lsp, help.lspNotes)
    .option('--stdio', help.lspStdio)
    .action(async () => {
      const { lsp } = await import('../commands/lsp.js');
      done(await lsp());
    });
}

function command(
  program: Command,
  context: Context,
  name: string,
  description: string,
  notes: string,
): Command {
  return adopt(program.command(name).description(description), context, notes);
}

/** Chinese help, no output but through `io`, and errors thrown instead of ending the process. */
function adopt(command: Command, { io }: Context, notes: string): Command {
  return command
    .helpOption('-h, --help', help.showHelp)
    .helpCommand(false)
    .configureHelp(chineseHelp)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .exitOverride()
    .addHelpText('after', `\n${notes}`);
}

function coloured(program: Command, context: Context): Context {
  return { ...context, color: context.color && program.opts<{ color: boolean }>().color };
}
