import type { Command, HelpConfiguration } from 'commander';
import stringWidth from 'string-width';
import { help } from './help.zh.js';

/** Commander's help with Chinese headings, aligned by display width, without its English remarks. */
export const chineseHelp: HelpConfiguration = {
  showGlobalOptions: true,
  displayWidth: stringWidth,
  styleTitle: (heading) => help.headings[heading] ?? heading,
  boxWrap: (text) => text,
  optionDescription: (option) => option.description,
  argumentDescription: (argument) => argument.description,
  subcommandTerm: (command) => command.name(),
  commandUsage,
};

function commandUsage(command: Command): string {
  if (!command.parent) return `${command.name()} ${help.usageOfProgram}`;
  const operands = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.parent.name(), command.name(), ...operands, help.options].join(' ');
}
