import type { Command, HelpConfiguration } from 'commander';
import { help } from './help.zh.js';

/** Commander's help with Chinese headings, aligned by display width, without its English remarks. */
export const chineseHelp: HelpConfiguration = {
  showGlobalOptions: true,
  displayWidth: columnsOf,
  styleTitle: (heading) => help.headings[heading] ?? heading,
  boxWrap: (text) => text,
  optionDescription: (option) => option.description,
  argumentDescription: (argument) => argument.description,
  subcommandTerm: (command) => command.name(),
  commandUsage,
};

/** The help's own words are ASCII and Chinese: nothing that knows every script has to be loaded for them. */
function columnsOf(words: string): number {
  return [...words].reduce((columns, letter) => columns + (letter < '\u2e80' ? 1 : 2), 0);
}

function commandUsage(command: Command): string {
  if (!command.parent) return `${command.name()} ${help.usageOfProgram}`;
  const operands = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.parent.name(), command.name(), ...operands, help.options].join(' ');
}
